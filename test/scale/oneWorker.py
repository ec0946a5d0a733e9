"""Trains with one worker, in this process; then asks the network that two workers trained.

Arguments: a folder with the answers' images, the network of the two, where their answers go, the driver's own.
"""
import json
import runpy
import sys
from pathlib import Path

scale, images, network, answers, *arguments = sys.argv[1:]
sys.path.insert(0, scale)
sys.argv = ["train_many_workers.py", *arguments]
runpy.run_path(str(Path(scale) / "train_many_workers.py"), run_name="__main__")

import keras  # noqa: E402
import numpy as np  # noqa: E402

pixels = np.frombuffer(Path(images).read_bytes(), np.uint8).reshape(-1, 28, 28, 1).astype(np.float32) / 255
logits = keras.saving.load_model(network, compile=False)(pixels, training=False)
Path(answers).write_text(json.dumps(keras.ops.softmax(logits).numpy().ravel().tolist()))
