"""Reads exports with Keras, compares them with the answers beside them, trains each for a step and saves it again.

Prints one line per network: its name and the largest difference of its answers. Beside each export it leaves
`trained.keras` and `trained.json`, the answers after training.
"""
import json
import sys
from pathlib import Path

import keras
import numpy as np

for file in sorted(Path(sys.argv[1]).glob("*.json")):
    expected = json.loads(file.read_text())
    images = np.array(expected["images"], np.float32).reshape(expected["imagesShape"])
    folder = file.with_suffix("")
    model = keras.saving.load_model(folder / "model.keras")
    logits = model(images, training=False).numpy()
    print(file.stem, float(np.abs(logits.ravel() - np.array(expected["logits"])).max()))
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), run_eagerly=True)
    model.train_on_batch(images, np.array(expected["classes"]))
    model.save(folder / "trained.keras")
    (folder / "trained.json").write_text(json.dumps(model(images, training=False).numpy().ravel().tolist()))
