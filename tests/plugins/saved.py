#!/usr/bin/env python3
"""
What PyTorch's graphs have saved, where memory that nobody has set, and what others left behind in it, looks like it: an
address of a tensor where a number would stand; two vectors side by side, which read a word late seem to be a vector
of saved tensors, as chance has them in one process of some dozens; and the same where the heads of malloc's blocks would bear it
out. No reference is found in these, every count is explained, and all that graphs did save is found.

A line for each fact: PASS or FAIL. Exit status: 0 all hold, 1 some do not, 77 it cannot be tried here.

usage: saved.py [--target]   (environment: KEDGE)
"""

import ctypes
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]
sys.dont_write_bytecode = True

from support import PYTHON, document, main, shown

EDGE = 24              # torch::autograd::Edge
BETWEEN, STALE = 5, 2  # elements that two vectors are apart, and the one that what is stale stands in
SMALL = 4096
LARGE = 100000         # items


def word(address):
    return ctypes.c_uint64.from_address(address).value


def put(address, *words):
    for i, value in enumerate(words):
        ctypes.c_uint64.from_address(address + 8 * i).value = value


def nodes_of(tensor, lay):
    """Addresses of the nodes of its graph that have a graph behind them."""
    todo, found = [word(word(word(id(tensor) + lay["tensor_cdata"] + 8) + lay["autograd"]) + lay["grad_fn"])], []
    while todo:
        node = todo.pop()
        if node in found:
            continue
        found.append(node)
        first, last = word(node + lay["next_edges"]), word(node + lay["next_edges"] + 8)
        todo += filter(None, (word(at) for at in range(first, last, EDGE)))
    return [node for node in found if word(node + lay["next_edges"])]


def is_vector(at):
    first, last, end = word(at), word(at + 8), word(at + 16)
    return SMALL < first <= last <= end < first + SMALL and first % 8 == 0


def pairs_of(node, lay, libc):
    """Where in the node two vectors are side by side."""
    end = node + libc.malloc_usable_size(ctypes.c_void_p(node))
    return [at for at in range(node + lay["node_size"], end - 47, 8) if is_vector(at) and is_vector(at + 24)][:1]


def plant_vectors(at, lay, victim, libc, headed):
    """Two vectors, in a block of their own; the end of the first and both ends of the second are read for a vector."""
    size = lay["saved_size"]
    block = libc.calloc(1, 65536)
    second = block + 16 + size * BETWEEN
    put(at, block, block + 16, block + 16, second, second + 16, second + 16)
    put(block + 16 + size * STALE, victim)
    if headed:
        room = size * BETWEEN + 16 + 8 + 15 & ~15
        put(block + 8, room | 1)
        put(block + 8 + room, 0x101)


def plant_word(node, lay, victim, libc):
    """Among numbers, of which all are 0."""
    body, end = node + lay["node_size"], node + libc.malloc_usable_size(ctypes.c_void_p(node))
    put(body, *[0] * ((end - body) // 8))
    put(body + 8, victim)


def owned_by_graph(torch):
    """A tensor whose Python object C++ has once it is let go of, since a graph refers to it. @return what keeps it, its address, and it"""
    held = torch.ones(3, requires_grad=True)
    held.note = ["held by C++"]
    return (held * 2).exp(), id(held), held


def saving(torch):
    """Graphs by name, each of which has saved one tensor of LARGE items that nothing else has."""
    source = torch.ones(LARGE, requires_grad=True)
    return {"original": (source * torch.ones(LARGE)).sum(), "result": source.exp().sum(), "in place": (source * 1).exp_().sum(),
            "list": source[torch.arange(LARGE) % 7].sum()}


def target():
    import torch

    import torch_layout

    torch.set_num_threads(1)
    lay = torch_layout.table()[".".join(torch.__version__.split(".")[:2])]
    libc = ctypes.CDLL(None)
    libc.calloc.restype = ctypes.c_void_p
    libc.malloc_usable_size.restype = ctypes.c_size_t
    net = torch.nn.Sequential(*(torch.nn.Linear(8, 8) for _ in range(4)))
    loss = net(torch.ones(4, 8)).sum()
    power = (torch.ones(5, requires_grad=True) ** 3).sum()
    keeps, facts = [], {"victims": {}, "saving": {}}
    for name in ("vectors", "headed", "word"):
        kept, address, held = owned_by_graph(torch)
        keeps.append(kept)
        facts["victims"][name] = {"addr": hex(address), "keeper": hex(id(kept))}
        impl = word(address + lay["tensor_cdata"] + 8)
        del held
        if name == "word":
            plant_word(next(n for n in nodes_of(power, lay) if n not in nodes_of(loss, lay) and
                            libc.malloc_usable_size(ctypes.c_void_p(n)) >= lay["node_size"] + lay["saved_size"] + 8), lay, impl, libc)
            continue
        at = [pair for node in nodes_of(loss, lay) for pair in pairs_of(node, lay, libc)][len(keeps) - 1]
        plant_vectors(at, lay, impl, libc, name == "headed")
    graphs = saving(torch)
    facts["saving"] = {name: hex(id(graph)) for name, graph in graphs.items()}
    print(json.dumps(facts), flush=True)
    sys.stdin.readline()
    return 0 if graphs is not None else 1


def check(hold, core, facts):
    victims, saving_ = facts["victims"], facts["saving"]
    seen = shown(core, *(v["addr"] for v in victims.values()), *saving_.values())
    for name, fact in victims.items():
        told = seen[fact["addr"]]
        owners = [r["addr"] for r in told["referrers"] if r["kind"] == "owned"]
        hold(f"{name}: what looks saved and is not is no reference", owners == [fact["keeper"]] and told["refcount"] == 1,
             told["referrers"], fact)
    for name, addr in saving_.items():
        kept = seen[addr]["fields"].get("kept_bytes", "0")
        hold(f"{name}: what a graph has saved is found", int(kept.split()[0]) >= 4 * LARGE, seen[addr]["fields"])
    verify = document("verify", core)
    hold("verify finds nothing", verify["broken"] == 0 and verify["disagree"] == 0, [r for r in verify["rules"] if r["broken"]])


if __name__ == "__main__":
    main([PYTHON], "import torch", __file__, target, check)
