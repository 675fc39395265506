#!/usr/bin/env python3
"""
PyTorch's tensors as the interpreter has them, against what kedge says of the core: of many kinds of tensors dtype,
shape, stride, offset, device, storage, data pointer and bytes, requires_grad, gradient and graph; who shares which
storage, and with which NumPy array; references that C++ holds; what a model, its optimizer and a graph keep; and a
small view of a large storage and losses that are kept with their graphs among the suspects.

A line for each fact: PASS or FAIL. Exit status: 0 all hold, 1 some do not, 77 it cannot be tried here.

usage: tensors.py [PYTHON [ROOT]]   (of this system, or in a chroot, with mounts of its own; environment: KEDGE)
"""

import gc
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE), os.path.join(os.path.dirname(HERE), "oracle")]
sys.dont_write_bytecode = True

from support import PYTHON, document, main, rows, shown

MIB = 1 << 20


def made(torch, numpy):
    """Tensors by name, and what must live as long as they do."""
    base = torch.arange(24.0).reshape(4, 6)
    array = numpy.arange(1000.0)
    shared = torch.from_numpy(array)
    several = numpy.arange(50, dtype="i4")
    first = torch.from_numpy(several)
    with open("mapped", "wb") as f:
        f.write(b"m" * MIB)
    leaf = torch.ones(5, requires_grad=True)
    (leaf * 3).sum().backward()
    named = {
        "base": base, "row": base[1], "transposed": base.t(), "column": base[:, 2], "strided": base[::2, 1::2],
        "detached": base.detach(), "data": base.data, "viewed": base.view(2, 12), "expanded": torch.ones(1, 7).expand(9, 7),
        "zero": torch.zeros(0, 3), "scalar": torch.tensor(2.5), "many": torch.ones(1, 2, 1, 2, 1, 2, 1),
        "bfloat16": torch.ones(6, dtype=torch.bfloat16), "float16": torch.ones(6, dtype=torch.float16),
        "bool": torch.tensor([True, False]), "complex": torch.ones(3, dtype=torch.complex64),
        "complex128": torch.ones(3, dtype=torch.complex128), "int8": torch.ones(3, dtype=torch.int8),
        "uint8": torch.ones(3, dtype=torch.uint8), "int16": torch.ones(3, dtype=torch.int16), "int64": torch.ones(3).long(),
        "sparse": torch.eye(4).to_sparse(), "csr": torch.eye(4).to_sparse_csr(),
        "quantized": torch.quantize_per_tensor(torch.ones(3), 0.1, 0, torch.qint8),
        "meta": torch.empty(5, 5, device="meta"), "parameter": torch.nn.Parameter(torch.ones(3)), "leaf": leaf, "grad": leaf.grad,
        "computed": (leaf * 2).exp(),
        "fromarray": shared, "fromfirst": first, "fromrow": first[10:20],
        "fromfile": torch.from_file("mapped", size=MIB // 4, dtype=torch.float32),
        "fromshared": torch.ones(4096).share_memory_(), "alone": torch.ones(4 * MIB)[7:9],
        "cut": torch.ones(4 * MIB)[7:9].data,
    }
    return named, {"array": array, "several": several, "back": base.numpy()}


def storage_of(tensor):
    return tensor.untyped_storage() if hasattr(tensor, "untyped_storage") else tensor.storage()._storage


# The C++ class of a tensor, where it is not the common one.
KINDS = {"sparse": "SparseTensorImpl", "csr": "SparseCsrTensorImpl", "quantized": "QTensorImpl"}


def fact_of(torch, name, t):
    fact = {"addr": hex(id(t)), "dtype": str(t.dtype).replace("torch.", ""), "shape": str(list(t.shape)), "device": str(t.device),
            "requires_grad": str(t.requires_grad), "size": sys.getsizeof(t), "kind": KINDS.get(name),
            "grad_fn": type(t.grad_fn).__name__ if t.grad_fn is not None else None, "shown": t.numel() * t.element_size(),
            "grad": hex(id(t.grad)) if t.is_leaf and t.grad is not None else None}
    if t.layout is torch.strided:
        storage = storage_of(t)
        fact["shown"] = t.element_size()
        for n, stride in zip(t.shape, t.stride()):
            fact["shown"] *= n if stride or not n else 1
        fact.update(stride=str(list(t.stride())), offset=str(t.storage_offset()), storage=hex(storage._cdata),
                    nbytes=storage.nbytes(), data=hex(t.data_ptr()), start=hex(storage.data_ptr()))
    return fact


def trained(torch):
    """A model and its optimizer, a pending loss, and losses kept with their graphs."""
    torch.manual_seed(1)
    net = torch.nn.Sequential(torch.nn.Linear(64, 128), torch.nn.ReLU(), torch.nn.Linear(128, 1))
    optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
    for _ in range(2):
        optimizer.zero_grad()
        net(torch.randn(8, 64)).mean().backward()
        optimizer.step()
    losses = [(net(torch.randn(4000, 64)) ** 2).mean() for _ in range(3)]
    return net, optimizer, losses


def optimized(torch, make):
    """A module, and an optimizer of it that has made a step; without the module what that has is its alone."""
    net = torch.nn.Linear(800, 800)
    optimizer = make(net.parameters())
    net(torch.ones(2, 800)).sum().backward()
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    return net, optimizer


def optimizer_fact(optimizer):
    held = [p for group in optimizer.param_groups for p in group["params"]]
    state = [(name, t) for kept in optimizer.state.values() for name, t in kept.items() if hasattr(t, "element_size")]
    named = {}
    for name, t in state:
        named[name] = named.get(name, 0) + t.numel() * t.element_size()
    return {"addr": hex(id(optimizer)), "parameters": len(held), "parameter_bytes": sum(p.numel() * p.element_size() for p in held),
            "state": len(state), "state_bytes": sum(named.values()), "named": named}


def kept_tensors(torch):
    """Tensors that keep others in C++: the bytes of these."""
    sparse, csr = torch.eye(4).to_sparse(), torch.eye(4).to_sparse_csr()
    channels = torch.quantize_per_channel(torch.ones(3, 4), torch.tensor([0.1, 0.2, 0.3], dtype=torch.float64), torch.tensor([0, 0, 0]), 0,
                                          torch.qint8)
    parts = {"sparse": (sparse, [sparse._indices(), sparse._values()]),
             "csr": (csr, [csr.crow_indices(), csr.col_indices(), csr.values()]),
             "channels": (channels, [channels.q_per_channel_scales(), channels.q_per_channel_zero_points()])}
    return {name: (t, sum(p.numel() * p.element_size() for p in them)) for name, (t, them) in parts.items()}


def graph_of(loss):
    """Nodes of a graph, found by the interpreter."""
    seen, todo = set(), [loss.grad_fn]
    names = []
    while todo:
        node = todo.pop()
        if node is None or node in seen:
            continue
        seen.add(node)
        names.append(type(node).__name__)
        todo.extend(n for n, _ in node.next_functions)
    return sorted(names)


def target():
    import numpy
    import torch
    import warnings

    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    tensors, others = made(torch, numpy)
    net, optimizer, losses = trained(torch)
    held = torch.ones(3, requires_grad=True)
    held.note = {"held": ["by C++"]}
    held.register_hook(lambda grad: grad)
    keeps = (held * 2).exp()
    unwrapped = torch.ones(1000, requires_grad=True)
    unwrapped.sum().backward()
    of_use = optimized(torch, lambda parameters: torch.optim.Adam(parameters, lr=0.1))
    stale = optimized(torch, lambda parameters: torch.optim.SGD(parameters, lr=0.1, momentum=0.9))[1]
    keeping = kept_tensors(torch)
    nested = torch.nested.nested_tensor([torch.ones(2), torch.ones(3)])
    facts = {
        "optimizer": optimizer_fact(of_use[1]), "stale": optimizer_fact(stale),
        "keeping": {name: {"addr": hex(id(t)), "bytes": n} for name, (t, n) in keeping.items()},
        "nested": {"addr": hex(id(nested)), "bytes": 5 * 4},
        "versions": {"torch": torch.__version__},
        "tensors": {name: fact_of(torch, name, t) for name, t in tensors.items()},
        "others": {name: hex(id(a)) for name, a in others.items()},
        "parameters": [{"addr": hex(id(p)), "grad": hex(id(p.grad)), "bytes": p.numel() * 4,
                        "exp_avg": hex(id(optimizer.state[p]["exp_avg"]))} for p in net.parameters()],
        "losses": [{"addr": hex(id(x)), "graph": graph_of(x)} for x in losses],
        "held": {"addr": hex(id(held)), "dict": hex(id(held.__dict__)),
                 "hooks": hex(id(held._backward_hooks)), "referents": [hex(id(r)) for r in gc.get_referents(held)]},
        "unwrapped": {"addr": hex(id(unwrapped)), "bytes": 4000},
    }
    gc.collect()
    for name, t in tensors.items():
        facts["tensors"][name]["referents"] = sorted(hex(id(r)) for r in gc.get_referents(t))
    del t
    print(json.dumps(facts), flush=True)
    sys.stdin.readline()
    return 0 if keeps is not None else 1


def value_of(fact):
    text = f"tensor {fact['dtype']} {fact['shape']} {fact['device']}" + (f", {fact['shown']} bytes" if "storage" in fact else "")
    return text + (f", {fact['kind']}" if fact["kind"] else "")


def check_rows(hold, facts, listed):
    """What a list of objects says of each."""
    for name, fact in facts["tensors"].items():
        row = listed[fact["addr"]]
        hold(f"{name}: dtype, shape, device and bytes", row["value"] == value_of(fact), row["value"], value_of(fact))
        hold(f"{name}: size", row["size"] == fact["size"], row["size"], fact["size"])
        seen = sorted(to for to, _, kind in row["refs"] if kind == "traverse")
        hold(f"{name}: what gc.get_referents() says", seen == fact["referents"], row["refs"], fact)


def check_fields(hold, name, fact, told):
    """What is told of one alone."""
    fields, payload = told["fields"], told["payload"]
    hold(f"{name}: read by the plugin", told["plugin"] == "torch" and "PyTorch" in fields.get("class", ""), told)
    for field in ("dtype", "shape", "device", "requires_grad"):
        hold(f"{name}: {field}", fields.get(field) == fact[field], fields, fact)
    hold(f"{name}: gradient", fields.get("grad") == fact["grad"], fields, fact)
    hold(f"{name}: function", fields.get("grad_fn") == fact["grad_fn"], fields, fact)
    if "storage" not in fact:
        hold(f"{name}: no storage", fields["storage"] == "none" and not payload, fields, payload)
        return fields
    for field, mine in (("stride", "stride"), ("storage_offset", "offset"), ("storage", "storage"), ("data", "data")):
        hold(f"{name}: {field}", fields.get(field) == fact[mine], fields, fact)
    hold(f"{name}: bytes of the storage", fields["storage_bytes"] == str(fact["nbytes"]), fields, fact)
    if fact["device"] == "meta":
        hold(f"{name}: no memory", not payload, payload)
    elif payload["owner"]:
        hold(f"{name}: what it shows", (payload["addr"], payload["bytes"]) == (fact["data"], fact["shown"]), payload, fact)
    else:
        hold(f"{name}: the whole block", (payload["addr"], payload["bytes"]) == (fact["start"], fact["nbytes"]), payload, fact)
    return fields


def check_blocks(hold, facts, blocks):
    """Each storage is told once, with all that share it."""
    tensors = facts["tensors"]
    for storage in {f["storage"] for f in tensors.values() if "storage" in f}:
        members = {f["addr"]: f for f in tensors.values() if f.get("storage") == storage}
        name, fact = next((n, f) for n, f in tensors.items() if f.get("storage") == storage)
        told = [b for b in blocks.values() if fact["start"] != "0x0" and b["payload_addr"] == fact["start"]]
        if not fact["nbytes"] or fact["device"] == "meta":
            hold(f"{name}: no memory", not told, told)
            continue
        if not hold(f"the storage of {name} is told once", len(told) == 1, told):
            continue
        hold(f"the storage of {name}: its bytes", told[0]["bytes"] == fact["nbytes"], told, fact)
        views = {v["addr"]: (v["bytes"], v["payload_addr"]) for v in told[0]["shared_with"]}
        for addr, member in members.items():
            hold(f"the storage of {name}: all that share it", addr == told[0]["addr"] or
                 views.get(addr) == (member["shown"], member["data"]), told, member)
    base = next(b for b in blocks.values() if b["payload_addr"] == tensors["base"]["start"])
    hold("an array of a tensor's bytes is among those that share them",
         facts["others"]["back"] in {v["addr"] for v in base["shared_with"]}, base)
    for name in ("fromfile", "fromshared"):
        hold(f"{name} is mapped", blocks[tensors[name]["addr"]]["where"] == "mmap", blocks.get(tensors[name]["addr"]))
    hold("an array tells which tensor shows its bytes", tensors["fromarray"]["addr"] in
         {v["addr"] for v in blocks[facts["others"]["array"]]["shared_with"]}, blocks.get(facts["others"]["array"]))


def check_arrays(hold, facts, seen):
    tensors, others = facts["tensors"], facts["others"]
    array = seen[others["array"]]
    hold("an array that a tensor shows is held by it, every count explained", array["counts"]["unexplained"] == 0 and
         [".storage", "owned"] in [[r["label"], r["kind"]] for r in array["referrers"] if r["addr"] == tensors["fromarray"]["addr"]],
         array["counts"], array["referrers"])
    several = seen[others["several"]]
    hold("one count, and two tensors that have the storage: it is of neither", several["counts"]["unexplained"] == 1, several["counts"])


def check_graph(hold, facts, listed, blocks, seen):
    for p in facts["parameters"]:
        hold("a gradient is held by its parameter", [p["grad"], ".grad", "owned"] in listed[p["addr"]]["refs"], listed[p["addr"]], p)
        hold("an optimizer's state", blocks[p["exp_avg"]]["bytes"] == p["bytes"], blocks.get(p["exp_avg"]), p)
    grad = seen[facts["parameters"][0]["grad"]]
    hold("a gradient: every count explained", grad["counts"]["unexplained"] == 0, grad["counts"], grad["referrers"])
    loss = facts["losses"][0]
    told = seen[loss["addr"]]
    # The nodes that gather gradients are the parameters' own, and the other losses have them too.
    own = len([n for n in loss["graph"] if n != "AccumulateGrad"])
    least = 4000 * (64 + 128 + 1) * 4
    hold("a loss: its graph", told["fields"]["graph"].startswith(f"{own} nodes "), told["fields"], loss)
    hold("a loss: what it keeps", told["retained"] >= least and int(told["fields"]["kept_bytes"].split()[0]) >= least,
         told["retained"], told["fields"])
    unwrapped = seen[facts["unwrapped"]["addr"]]
    hold("a gradient without a Python object", unwrapped["fields"]["grad"].startswith(str(facts["unwrapped"]["bytes"])) and
         unwrapped["retained"] >= 2 * facts["unwrapped"]["bytes"], unwrapped["fields"], unwrapped["retained"])


def check_held(hold, facts, listed, seen):
    held = facts["held"]
    refs = listed[held["addr"]]["refs"]
    owned = {to for to, _, kind in refs if kind == "owned"}
    hold("what C++ holds too: the collector is shown nothing", held["referents"] == [r for r in refs if r[2] == "traverse"], refs)
    hold("what C++ holds too: its dict and its hooks", {held["dict"], held["hooks"]} <= owned, refs, held)
    for name in ("dict", "hooks"):
        counts = seen[held[name]]["counts"]
        hold(f"what C++ holds too: every count of its {name} explained", counts["unexplained"] == 0, counts)


def check_suspects(hold, core, facts):
    findings = document("suspects", "--limit", "0", core)["findings"]
    evidence = [{e["name"]: e["value"] for e in f["evidence"]} for f in findings]
    for name in ("alone", "cut"):
        small = [e for f, e in zip(findings, evidence) if f["kind"] == "small-view" and e.get("view") == facts["tensors"][name]["addr"]]
        hold(f"{name}: a small view of a large storage is a suspect", len(small) == 1 and small[0]["shown_bytes"] == 8 and
             small[0]["base_bytes"] == 16 * MIB, evidence)
    losses = {e["object"] for f, e in zip(findings, evidence) if f["kind"] == "plugin" and e.get("plugin") == "torch"}
    optimizers = {facts["optimizer"]["addr"], facts["stale"]["addr"]}
    hold("losses that keep their graphs are suspects", losses - optimizers == {x["addr"] for x in facts["losses"]}, losses, facts["losses"])
    told = {e["object"]: e for e in evidence if e.get("plugin") == "torch" and e.get("object")}
    check_optimizers(hold, facts, core, told)


def check_optimizers(hold, facts, core, findings):
    optimizers = {"optimizer": facts["optimizer"], "stale": facts["stale"]}
    seen = shown(core, *(fact["addr"] for fact in optimizers.values()))
    for name, fact in optimizers.items():
        told = findings.get(fact["addr"])
        fields = seen[fact["addr"]]["fields"]
        if not hold(f"{name}: is told of", told, findings):
            continue
        for field in ("parameters", "parameter_bytes", "state", "state_bytes"):
            hold(f"{name}: {field}", told.get(field) == fact[field], told, fact)
        alone = (fact["parameters"], fact["parameter_bytes"] + fact["state_bytes"]) if name == "stale" else (0, 0)
        hold(f"{name}: parameters that are its alone", (told["alone"], told["alone_bytes"]) == alone, told, alone)
        for kept, size in fact["named"].items():
            hold(f"{name}: {kept}", fields.get(kept) == f"{size} bytes", fields, fact)


def check_kept(hold, facts, core):
    seen = shown(core, facts["nested"]["addr"], *(fact["addr"] for fact in facts["keeping"].values()))
    for name, fact in facts["keeping"].items():
        fields = seen[fact["addr"]]["fields"]
        hold(f"{name}: the tensors that it keeps", fields.get("kept_bytes", "").split(" ")[0] == str(fact["bytes"]), fields, fact)
    nested = seen[facts["nested"]["addr"]]
    hold("nested: its bytes, and that its shape is not known", nested["payload"] and nested["payload"]["bytes"] == facts["nested"]["bytes"] and
         nested["fields"]["shape"].startswith("not told"), nested["payload"], nested["fields"])


FIELDS = ["strided", "many", "grad", "leaf", "meta", "sparse", "fromarray", "fromfile", "computed"]


def check(hold, core, facts):
    tensors = facts["tensors"]
    blocks, listed = {}, {}
    for types in ("torch.*", "numpy.*"):
        blocks.update((r["addr"], r) for r in rows("buffers", "--min-size", "1", "--limit", "0", "--type", types, core))
    for name in ("torch.Tensor", "torch.nn.parameter.Parameter"):
        listed.update((r["addr"], r) for r in rows("objects", "--refs", "--limit", "0", "--type", name, core))
    seen = shown(core, *(tensors[name]["addr"] for name in FIELDS), facts["others"]["array"], facts["others"]["several"],
                 facts["parameters"][0]["grad"], facts["losses"][0]["addr"], facts["unwrapped"]["addr"], facts["held"]["dict"],
                 facts["held"]["hooks"])
    check_rows(hold, facts, listed)
    for name in FIELDS:
        check_fields(hold, name, tensors[name], seen[tensors[name]["addr"]])
    file = seen[tensors["fromfile"]["addr"]]["fields"].get("file", "")
    hold("the file that a tensor is mapped from", file.endswith("mapped"), file)
    check_blocks(hold, facts, blocks)
    check_arrays(hold, facts, seen)
    check_graph(hold, facts, listed, blocks, seen)
    check_held(hold, facts, listed, seen)
    check_kept(hold, facts, core)
    check_suspects(hold, core, facts)
    classes = [seen[tensors[name]["addr"]]["fields"].get("class", "") for name in FIELDS]
    hold("the version that the target names is the one it is read as", not any("guess" in said for said in classes) and
         document("summary", core)["guesses"] == [], classes)
    verify = document("verify", core)
    hold("verify finds nothing", verify["broken"] == 0 and verify["disagree"] == 0, [r for r in verify["rules"] if r["broken"]])


def check_in_new_folder(interpreter):
    """What does not hold of that interpreter's PyTorch, as lines, how many facts were held, and its version."""
    import together

    return together.check_in_new_folder(interpreter, names=("tensors",), judge=together.judged_by(check))


if __name__ == "__main__":
    if len(sys.argv) > 1 and "--target" not in sys.argv:
        import together

        sys.exit(together.told(together.named(sys.argv[1:]), check_in_new_folder))
    main([PYTHON], "import torch, numpy", __file__, target, check)
