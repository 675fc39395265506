#!/usr/bin/env python3
"""
An unbounded lru_cache.

What it does: a function that renders a page is decorated with functools.lru_cache(maxsize=None), to
be fast. Its argument is the query of a request, and no two are equal: every result ever made stays.

What a person sees without kedge: memory that only grows; no list and no dict of the application
holds the results, for the cache is inside a C object.

What kedge says: kedge why CORE ADDR of a result: the chain ends at the module's name `render`, a
functools._lru_cache_wrapper, and goes through the wrapper's cache under the query; kedge types
shows as many results as queries.

    cache.py [--queries N] [--kilobytes N]
"""

import functools

import sampling


class Page:
    def __init__(self, text):
        self.text = text


@functools.lru_cache(maxsize=None)
def render(query):
    return Page(query.encode().ljust(sampling.option("--kilobytes", 256) << 10, b"."))


def main():
    queries = sampling.option("--queries", 400)
    sampling.mark("start")
    for number in range(queries):
        render(f"/search?q={number}")
    sampling.mark(f"after {queries} queries")
    sampling.wait()


if __name__ == "__main__":
    main()
