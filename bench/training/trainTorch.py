"""PyTorch: the usual loop, eagerly (`trainTorch.py`) or with a compiled network (`trainTorch.py compile`).

Flow: compare → serve → **trainTorch**.
"""

import sys

import torch
from torch import nn

from environment import THREADS, versions
from initialise import glorot_uniform, he_normal
from serve import serve


def network():
    convolution = {"kernel_size": 5, "padding": 2}
    return nn.Sequential(
        he_normal(nn.Conv2d(1, 16, **convolution)),
        nn.ReLU(),
        nn.MaxPool2d(2),
        he_normal(nn.Conv2d(16, 16, **convolution)),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        he_normal(nn.Linear(784, 1024)),
        nn.ReLU(),
        glorot_uniform(nn.Linear(1024, 10)),
    )


torch.manual_seed(1)
torch.set_num_threads(THREADS)
is_compiled = sys.argv[1:] == ["compile"]
model = network().to(memory_format=torch.channels_last)
# The same epsilon as Keras and TensorFlow.js; PyTorch's own is 1e-8.
optimizer = torch.optim.Adam(model.parameters(), lr=0.001, eps=1e-7, fused=True)


def loss_of(images, labels):
    return nn.functional.cross_entropy(model(images), labels)


# What compiling takes must not depend on earlier runs.
torch.compiler.config.force_disable_caches = True
# One graph per batch size: one for all sizes would be slower.
compute_loss = torch.compile(loss_of, dynamic=False) if is_compiled else loss_of


def train(images, labels, batch_size):
    images = torch.from_numpy(images)[:, None]
    labels = torch.from_numpy(labels)
    losses = []
    for rows in torch.randperm(len(labels)).split(batch_size):
        loss = compute_loss(images[rows], labels[rows])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return sum(losses) / len(losses)


ready = {
    "version": versions(torch),
    "settings": f"{torch.get_num_threads()} threads, channels_last, fused Adam, tensors in memory",
    "parameters": sum(parameter.numel() for parameter in model.parameters()),
}
serve(ready, train)
