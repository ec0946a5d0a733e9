"""PyTorch layers with the initial weights that Keras and the course's networks start from.

Flow: **initialise** → trainTorch.py.
"""

from torch import nn

# Of the standard normal distribution that is cut at ±2.
CUT_DEVIATION = 0.8796256610342398


def he_normal(layer):
    """Variance 2 / inputs, cut at two deviations; biases 0."""
    deviation = (2 / layer.weight[0].numel()) ** 0.5 / CUT_DEVIATION
    nn.init.trunc_normal_(layer.weight, std=deviation, a=-2 * deviation, b=2 * deviation)
    nn.init.zeros_(layer.bias)
    return layer


def glorot_uniform(layer):
    """Variance 2 / (inputs + outputs); biases 0."""
    nn.init.xavier_uniform_(layer.weight)
    nn.init.zeros_(layer.bias)
    return layer
