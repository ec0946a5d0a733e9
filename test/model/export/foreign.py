"""Reads exports with TensorFlow and onnxruntime and compares them with the answers beside them.

Prints one line per export: its name and the largest difference of its answers.
"""
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import tensorflow as tf


def ask_tensorflow(folder, images):
    signature = tf.saved_model.load(str(folder)).signatures["serving_default"]
    return {name: value.numpy() for name, value in signature(images=tf.constant(images)).items()}


def ask_onnx(folder, images):
    path = str(folder / "model.onnx")
    onnx.checker.check_model(onnx.load(path), full_check=True)
    session = onnxruntime.InferenceSession(path)
    names = [output.name for output in session.get_outputs()]
    return dict(zip(names, session.run(names, {"images": images})))


runtimes = {"savedmodel": ask_tensorflow, "onnx": ask_onnx}
for answers in sorted(Path(sys.argv[1]).glob("*.json")):
    expected = json.loads(answers.read_text())
    images = np.array(expected["images"], np.float32).reshape(expected["imagesShape"])
    for runtime, ask in runtimes.items():
        actual = ask(answers.with_suffix("") / runtime, images)
        apart = max(
            float(np.abs(actual[name].ravel() - np.array(expected[name])).max())
            for name in ("logits", "probabilities", "classes")
        )
        print(f"{answers.stem} {runtime} {apart}")
