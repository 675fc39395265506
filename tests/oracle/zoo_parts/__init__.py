"""
The inhabitants of the zoo. Each function in SECTIONS makes a list of fresh objects that hold each
other as the library made them; zoo.py calls each twice, once to keep and once to drop in a cycle.
"""

SECTIONS = []


def section(make):
    SECTIONS.append(make)
    return make
