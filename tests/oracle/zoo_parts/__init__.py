"""
The inhabitants of the zoo. Each function in SECTIONS makes a list of fresh objects that hold each
other as the library made them; zoo.py calls each twice, once to keep and once to drop in a cycle.
"""

import sys

SECTIONS = []


def section(make):
    SECTIONS.append(make)
    return make


def since(major, minor, make):
    """What make() gives, None in versions before that: their library has no such thing."""
    return make() if sys.version_info >= (major, minor) else None
