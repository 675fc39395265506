#!/usr/bin/env python3
"""
panel.py: what set_userptr() of a curses panel was given, which is in a struct of ncurses and in none of Python's objects.
"""

import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "..")]

import support

TERMINAL = "xterm"
NEEDS = f"import curses, curses.panel; curses.setupterm({TERMINAL!r}, 2)"


def target():
    # What curses writes goes nowhere.
    said = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_RDWR), 1)
    os.environ["TERM"] = TERMINAL
    import curses
    import curses.panel
    curses.initscr()
    window, given = curses.newwin(3, 3, 0, 0), ["what it was given"]
    panels = [curses.panel.new_panel(window), curses.panel.new_panel(window)]
    panels[0].set_userptr(given)
    json.dump({"window": id(window), "given": id(given), "panels": list(map(id, panels))}, said)
    said.write("\n")
    said.flush()
    sys.stdin.read()


def judge(hold, core, facts):
    for options in ((), ("--no-dwarf",)):
        for panel, given in zip(facts["panels"], (facts["given"], None)):
            found = support.rows("referents", "--no-cache", *options, core, hex(panel))
            held = {row["label"]: (int(row["addr"], 16), row["kind"]) for row in found}
            hold(f"the window of a panel {options}", held.get(".window") == (facts["window"], "owned"), held)
            hold(f"its user pointer {options}", held.get(".userptr") == (given and (given, "owned")), held)


if __name__ == "__main__":
    support.main(support.RELEASE_AND_DEBUG, NEEDS, __file__, target, judge)
