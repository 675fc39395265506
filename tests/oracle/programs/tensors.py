"""
Types of PyTorch: tensors and their storages, a small model trained for a few steps, its optimizer, the graph of the
last loss, NumPy arrays that share memory with tensors. Some of their objects are garbage.
"""

import gc
import sys

try:
    import numpy
    import torch
except ImportError as problem:
    print(f"{problem}: python3-torch is not installed")
    sys.exit(77)

import recorder

torch.set_num_threads(1)


class Holder:
    pass


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.body = torch.nn.Sequential(torch.nn.Linear(8, 16), torch.nn.ReLU(), torch.nn.Linear(16, 2))
        self.register_buffer("seen", torch.zeros(3))

    def forward(self, x):
        return self.body(x)


class Twice(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.kept = [x.shape]
        ctx.save_for_backward(x)
        return 2 * x

    @staticmethod
    def backward(ctx, grad):
        return 2 * grad


def trained():
    torch.manual_seed(1)
    net = Net()
    optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
    losses = []
    for _ in range(3):
        optimizer.zero_grad()
        loss = net(torch.randn(4, 8)).pow(2).mean()
        loss.backward()
        optimizer.step()
        losses.append(loss)
    pending = net(Twice.apply(torch.randn(4, 8, requires_grad=True))).sum()
    hooked = next(net.parameters())
    hooked.register_hook(lambda grad: grad)
    return [net, optimizer, losses, pending, pending.grad_fn, pending.grad_fn.next_functions, hooked.grad, net.state_dict()]


def tensors():
    base = torch.arange(24.0).reshape(4, 6)
    shared = numpy.arange(10.0)
    tensor = torch.from_numpy(shared)
    made = torch.nn.Parameter(torch.ones(3))
    made.attribute = {"own": [1]}

    class Named(torch.Tensor):
        pass

    named = torch.ones(2).as_subclass(Named)
    named.attribute = [named]
    return [base, base[1:], base.t(), base.storage(), tensor, tensor.numpy(), made, named, torch.tensor(3), base.to_sparse(),
            torch.quantize_per_tensor(torch.ones(3), 0.1, 0, torch.qint8), torch.Size([1, 2]), torch.float32, torch.device("cpu"),
            torch.Generator(), torch.strided, torch.preserve_format, base.max(dim=0), base.data.untyped_storage()
            if hasattr(base, "untyped_storage") else base.storage(), [torch.ones(1) for _ in range(300)],
            torch.utils.data.DataLoader(torch.utils.data.TensorDataset(base)), torch.jit.script(scripted)]


def scripted(x):
    return x + 1


def make():
    return [trained(), tensors()]


def drop():
    holder = Holder()
    holder.me = holder
    holder.trained, holder.tensors = trained(), tensors()


gc.collect()
gc.disable()
kept = make()
drop()
recorder.stop()
