#!/usr/bin/env python3
"""
Observers that hold their subjects, and the same with weak references.

What it does: subjects keep a list of observers, and each observer its subject: a cycle for each pair.
A registry, which is a class attribute, keeps every view ever made, by number. With --weak the
observer keeps a weakref to its subject, the registry is a WeakValueDictionary, and all of it goes at
once. Some subjects have __del__, some a weakref callback, some a weakref.finalize.

What a person sees without kedge: objects that should be gone; which of them wait for the collector
and which are really held, and by whom, takes an afternoon.

What kedge says: kedge cycles CORE: "structural cycle of your classes ... through .subject", with the
finalizers that will run; kedge why --type View CORE: the registry's class attribute. With --weak:
none of the types is there at all.

    observers.py [--count N] [--weak]
"""

import gc
import sys
import weakref

import sampling

GONE = []
WATCHERS = []


class Subject:
    def __init__(self):
        self.observers = []
        self.state = bytearray(100_000)


class Closing(Subject):
    def __del__(self):
        GONE.append("closed")


class Observer:
    def __init__(self, subject):
        self.subject = subject
        subject.observers.append(self)


class WeakObserver:
    def __init__(self, subject):
        self.subject = weakref.ref(subject)
        subject.observers.append(self)


class View:
    known = {}

    def __init__(self, number):
        self.pixels = bytearray(10_000)
        View.known[number] = self


def observe(make_observer):
    plain, closing, watched, finalized = Subject(), Closing(), Subject(), Subject()
    WATCHERS.append(weakref.ref(watched, GONE.append))
    weakref.finalize(finalized, GONE.append, "finalized")
    for subject in (plain, closing, watched, finalized):
        make_observer(subject)


def main():
    count = sampling.option("--count", 25)
    weak = "--weak" in sys.argv
    if weak:
        View.known = weakref.WeakValueDictionary()
    gc.collect()
    gc.disable()
    sampling.mark("start")
    for number in range(count):
        observe(WeakObserver if weak else Observer)
        View(number)
    sampling.mark("after all are done; nothing should be left")
    sampling.wait()


if __name__ == "__main__":
    main()
