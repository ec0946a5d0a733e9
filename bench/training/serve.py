"""The Python side of a contender: says that it is ready, then trains when it is told to.

Flow: compare → a line per turn → **serve** → trainKeras.py or trainTorch.py → a line with what it took.
"""

import json
import sys
import time

import numpy as np

from environment import cpu_seconds, peak_megabytes
from mnist import read_mnist


def serve(ready, train):
    """Answers each line of standard input with what `train(images, labels, batch_size)` took.

    `images` are float32 in [0, 1], [count, 28, 28], `labels` int64; they are made before the watch starts.
    `train` goes through them once and returns their mean loss.
    """
    images, labels = read_mnist("train")
    print(json.dumps(ready), flush=True)
    for line in sys.stdin:
        turn = json.loads(line)
        rows = slice(turn["first"], turn["first"] + turn["steps"] * turn["batchSize"])
        inputs, targets = images[rows].astype(np.float32) / 255, labels[rows].astype(np.int64)
        started, cpu_started = time.perf_counter(), cpu_seconds()
        loss = train(inputs, targets, turn["batchSize"])
        taken = {"seconds": time.perf_counter() - started, "cpuSeconds": cpu_seconds() - cpu_started, "loss": loss}
        print(json.dumps({**taken, "peakMegabytes": peak_megabytes()}), flush=True)
