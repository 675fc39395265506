#!/usr/bin/env python3
"""
lxml's trees, which are libxml2's and no objects of Python: the bytes of a document counted by the program
itself, node by node, against what kedge says; elements as views of their part; a leaf that keeps a large
document.

A line for each fact: PASS or FAIL. Exit status: 0 all hold, 1 some do not, 77 it cannot be tried here.

usage: trees.py [--target]   (environment: KEDGE)
"""

import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

from support import RELEASE_AND_DEBUG, document, main, shown

NODE, ATTRIBUTE, NAMESPACE, DOCUMENT = 120, 96, 48, 176
INLINE = 15  # characters of parsed text that fit a node


def text_bytes(text, parsed=True):
    """A text node, and its text where it has it beside it: the parser puts short text into the node, blanks into a dictionary."""
    if text is None:
        return 0
    n = len(text.encode())
    shared = parsed and (n <= INLINE or (n < 60 and not text.strip()))
    return NODE + (0 if shared else n + 1)


def attribute_bytes(value):
    """With the node of its text."""
    return ATTRIBUTE + text_bytes(value)


def part_bytes(e, tail):
    """An element or a comment, with what is below it, and with the text behind it if it is not the top."""
    import lxml.etree

    n = (NODE + len((e.text or "").encode()) + 1 if e.tag is lxml.etree.Comment else NODE + text_bytes(e.text))
    if e.tag is not lxml.etree.Comment:
        n += sum(attribute_bytes(v) for v in e.attrib.values())
        above = e.getparent().nsmap if e.getparent() is not None else {}
        n += sum(NAMESPACE + len(uri.encode()) + 1 + (len(prefix.encode()) + 1 if prefix else 0)
                 for prefix, uri in e.nsmap.items() if above.get(prefix) != uri)
        n += sum(part_bytes(child, True) for child in e)
    return n + (text_bytes(e.tail) if tail else 0)


def made():
    """What is in the heap, as the interpreter has it, and what keeps it there."""
    import lxml.etree

    text = ('<?xml version="1.0" encoding="utf-8"?><root xmlns:a="urn:something" key="value of it">\n  '
            "<a:first>short</a:first>and a tail that is longer than sixteen bytes<second note='äöü'>a text of more than sixteen "
            "bytes</second><empty/>   \n  <!-- a comment --><deep><deeper><deepest one='1' two='22'/></deeper></deep>\n</root>")
    small = lxml.etree.fromstring(text.encode())
    large = lxml.etree.fromstring(b"<?xml version='1.0' encoding='utf-8'?><rows>" + "".join(f'<row n="number {i}"><cell>the text of cell number {i}</cell></row>'
                                                   for i in range(30000)).encode() + b"</rows>")
    facts = {"small": {"addr": hex(id(small)), "part": part_bytes(small, False), "nodes": sum(
        1 + (e.text is not None and e.tag is not lxml.etree.Comment) + (e.tail is not None) for e in small.iter())}}
    deep = small.find("deep")
    facts["deep"] = {"addr": hex(id(deep)), "part": part_bytes(deep, False)}
    facts["large"] = {"part": part_bytes(large, False)}
    cell = large[777][0]
    facts["cell"] = {"addr": hex(id(cell)), "part": part_bytes(cell, False)}
    return facts, [small, deep, cell]


def target():
    facts, kept = made()
    print(json.dumps(facts), flush=True)
    sys.stdin.readline()
    kept.clear()


def check(hold, core, facts):
    seen = shown(core, *(facts[name]["addr"] for name in ("small", "deep", "cell")))
    small, deep, cell = (seen[facts[name]["addr"]] for name in ("small", "deep", "cell"))
    owners = shown(core, small["payload"]["owner"], cell["payload"]["owner"])
    hold("an element's part", small["payload"]["bytes"] == facts["small"]["part"], small["payload"], facts["small"])
    hold("its name and line", small["fields"] == {"node": "root", "line": "1"} and small["value"] == "<root>", small["fields"])
    doc = owners[small["payload"]["owner"]]
    extra = DOCUMENT + len("1.0") + 1 + len("utf-8") + 1
    hold("the document is a block of all its nodes", doc["type"] == "lxml.etree._Document" and
         doc["payload"]["bytes"] == facts["small"]["part"] + extra, doc["payload"], facts["small"])
    hold("its nodes", doc["fields"]["nodes"] == str(facts["small"]["nodes"]), doc["fields"], facts["small"])
    hold("the document's counts", doc["counts"]["unexplained"] == 0, doc["counts"])
    hold("a part of it", deep["payload"]["bytes"] == facts["deep"]["part"], deep["payload"], facts["deep"])
    hold("a leaf", cell["payload"]["bytes"] == facts["cell"]["part"], cell["payload"], facts["cell"])
    large = owners[cell["payload"]["owner"]]
    bytes_ = facts["large"]["part"] + extra
    hold("a large document", large["payload"]["bytes"] == bytes_, large["payload"], bytes_)
    hold("is retained by its leaf", cell["retained"] > bytes_, cell["retained"])
    found = [f for f in document("suspects", core)["findings"] if f["kind"] == "small-view" and "lxml" in f["sentence"]]
    evidence = {e["name"]: e["value"] for e in found[0]["evidence"]} if found else {}
    hold("and the leaf that keeps it is a suspect", len(found) == 1 and evidence["view"] == facts["cell"]["addr"] and
         evidence["base"] == cell["payload"]["owner"], found)
    verify = document("verify", core, "--all")
    hold("verify finds nothing", verify["broken"] == 0 and verify["disagree"] == 0, [r for r in verify["rules"] if r["broken"]])


if __name__ == "__main__":
    main(RELEASE_AND_DEBUG, "import lxml.etree", __file__, target, check)
