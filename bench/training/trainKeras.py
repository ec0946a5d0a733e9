"""Keras' own `fit` on TensorFlow.

Flow: compare → serve → **trainKeras** → model.fit.
"""

import os

os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import tensorflow as tf

from environment import THREADS, versions
from serve import serve

tf.config.threading.set_intra_op_parallelism_threads(THREADS)
keras.utils.set_random_seed(1)
layers = keras.layers
convolution = {"kernel_size": 5, "padding": "same", "activation": "relu", "kernel_initializer": "he_normal"}
model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Conv2D(16, **convolution),
        layers.MaxPooling2D(2),
        layers.Conv2D(16, **convolution),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(1024, activation="relu", kernel_initializer="he_normal"),
        layers.Dense(10),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.001),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    jit_compile=False,
)


def train(images, labels, batch_size):
    history = model.fit(images[..., None], labels, batch_size=batch_size, epochs=1, verbose=0)
    return history.history["loss"][0]


ready = {
    "version": versions(keras, tf),
    "settings": f"{THREADS} threads, tf.function without XLA, arrays in memory",
    "parameters": model.count_params(),
}
serve(ready, train)
