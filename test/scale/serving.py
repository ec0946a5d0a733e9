"""Answers a request as TensorFlow Serving would: the newest version of a model, its signature, rows in and rows out.

Arguments: the model's folder, with versions in it, and a file with a request. Prints the answer.
"""
import json
import sys
from pathlib import Path

import tensorflow as tf

model, request = (Path(argument) for argument in sys.argv[1:])
newest = max(int(version.name) for version in model.iterdir())
signature = tf.saved_model.load(str(model / str(newest))).signatures["serving_default"]
(name, form), *others = signature.structured_input_signature[1].items()
assert not others and form.shape.as_list() == [None, 28, 28, 1], (others, form)
instances = json.loads(request.read_text())["instances"]
answers = {key: value.numpy().tolist() for key, value in signature(**{name: tf.constant(instances, form.dtype)}).items()}
rows = [{key: values[row] for key, values in answers.items()} for row in range(len(instances))]
print(json.dumps({"predictions": rows}))
