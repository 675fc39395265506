#!/usr/bin/env python3
"""
A server's memory after each round of requests: does it grow for ever, or has it just warmed up?

The server answers requests, keeps answers in a cache of bounded size, and notes who asked. Without
--leak the cache fills in the first rounds and then stays as large as it is: memory rises and stops.
With --leak the sessions are kept in a registry that nobody cleans: every round leaves as many more
behind. One look at the process in either case shows a few megabytes more than at the start, and
two looks early on show growth in both.

    plateau.py [--leak] [--rounds N]

Plays one round, prints a line of JSON with what it holds by then, and waits for a line on standard
input before the next, so that a core can be taken in between (gcore PID).

What a person sees without kedge: a resident size that went up, in both cases.
What kedge says: "kedge diff core.1 core.2 ... core.10" over ten cores of the first gives the verdict
"plateaus", with the numbers it rests on; over ten cores of the second "grows", and names the owner,
REGISTRY, and the type, Session. "kedge diff --fail-above 1M ..." fails for the second alone, which
makes it a test for a build server.
"""

import argparse
import gc
import json
import os
import sys

CACHE_MAX = 400
REQUESTS = 150
ANSWER_BYTES = 4096

CACHE = {}
REGISTRY = []


class Session:
    __slots__ = ("user", "body")

    def __init__(self, user, body):
        self.user = user
        self.body = body


def answer(question):
    if question not in CACHE:
        while len(CACHE) >= CACHE_MAX:
            del CACHE[next(iter(CACHE))]
        CACHE[question] = b"%016d" % question + bytes(ANSWER_BYTES)
    return CACHE[question]


def play(number, leak):
    for i in range(REQUESTS):
        question = number * REQUESTS + i
        session = Session(f"user {question}", bytearray(answer(question)))
        if leak:
            REGISTRY.append(session)


def held():
    """What the registry holds, counted by the process itself."""
    return {
        "sessions": len(REGISTRY),
        "session_bytes": sum(map(sys.getsizeof, REGISTRY)),
        "body_bytes": sum(sys.getsizeof(s.body) for s in REGISTRY),
        "answers": len(CACHE),
        "answer_bytes": sum(map(sys.getsizeof, CACHE.values())),
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--leak", action="store_true")
    parser.add_argument("--rounds", type=int, default=10)
    args = parser.parse_args()
    for number in range(args.rounds):
        play(number, args.leak)
        gc.collect()
        print(json.dumps({"pid": os.getpid(), "round": number + 1, **held()}), flush=True)
        if not sys.stdin.readline():
            break


if __name__ == "__main__":
    main()
