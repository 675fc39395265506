"""Every list of the collector populated: three generations, the permanent one, garbage in each."""

import gc

import recorder


class Node:
    def __init__(self, name):
        self.name = name
        self.me = self


def garbage(count, name):
    for i in range(count):
        Node(name + str(i))


gc.disable()
gc.set_threshold(123, 45, 67)
frozen = [Node("frozen%d" % i) for i in range(50)]
garbage(30, "frozen garbage ")
gc.freeze()
# A collection of a younger generation moves what it leaves up by one.
oldest = [Node("oldest%d" % i) for i in range(60)]
bounds = [(i, [i]) for i in range(10)]
plain = [(i, "s") for i in range(10)]
gc.collect(1)
garbage_holders = [Node("holder%d" % i) for i in range(20)]
middle = [Node("middle%d" % i) for i in range(70)]
gc.collect(0)
for holder in garbage_holders:
    holder.held = [holder, {"back": holder}]
del holder
garbage_holders.clear()
youngest = [Node("youngest%d" % i) for i in range(80)]
garbage(40, "young garbage ")
untracked = [(1, 2, i) for i in range(10)], [{"n": i} for i in range(10)]
refers_to_frozen = [[f] for f in frozen]
frozen[0].later = [youngest, middle]
gc.garbage.append(["somebody put this here"])
gc.callbacks.append(lambda phase, info: None)
recorder.stop()
