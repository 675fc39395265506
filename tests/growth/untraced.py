"""A process in which tracemalloc is off."""
print(1, flush=True)
input()
