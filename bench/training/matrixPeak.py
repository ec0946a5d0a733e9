"""The float32 matrix peak of this machine: what its processors multiply when they do nothing else.

Flow: compare, before and after each batch size → **matrixPeak** → floating-point operations per second, the best of ten products.
"""

import time

import torch

from environment import THREADS

SIZE = 2048

torch.set_num_threads(THREADS)
left, right = torch.rand(SIZE, SIZE), torch.rand(SIZE, SIZE)
product = torch.mm(left, right)
times = []
for _ in range(10):
    started = time.perf_counter()
    torch.mm(left, right, out=product)
    times.append(time.perf_counter() - started)
print(2 * SIZE**3 / min(times))
