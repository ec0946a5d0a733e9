"""Writes scikitLearn.json: what scikit-learn and SciPy say about a few answers, as the oracle of the tests beside it.

python -m venv venv && venv/bin/pip install scikit-learn==1.9.1 scipy==1.17.1
venv/bin/python test/evaluate/scikitLearn.py > test/evaluate/scikitLearn.json
"""

import json
import sys
import warnings

import numpy
import scipy
import sklearn
from scipy.optimize import minimize_scalar
from scipy.special import softmax
from scipy.stats import beta
from sklearn.calibration import calibration_curve
from sklearn.metrics import classification_report, confusion_matrix, log_loss

COUNT, CLASSES, BINS = 150, 6, 10

random = numpy.random.default_rng(1)
# Class 4 is never predicted, class 5 never true: what would divide by 0 is in the report.
labels = random.integers(0, CLASSES - 1, COUNT)
logits = random.normal(0, 2, (COUNT, CLASSES))
logits[numpy.arange(COUNT), labels] += 2
logits[:, 4] = logits.min(axis=1) - 0.5
logits = logits.round(2)

probabilities = softmax(logits, axis=1)
predictions = probabilities.argmax(axis=1)
confidences = probabilities.max(axis=1)
right = (predictions == labels).astype(int)
classes = list(range(CLASSES))
warnings.simplefilter("ignore")
report = classification_report(labels, predictions, labels=classes, output_dict=True, zero_division=0)

accuracies, means = calibration_curve(right, confidences, n_bins=BINS, strategy="uniform")
counts = numpy.bincount(numpy.searchsorted(numpy.linspace(0, 1, BINS + 1)[1:-1], confidences), minlength=BINS)
gaps = numpy.abs(accuracies - means)


def loss(temperature):
    return log_loss(labels, softmax(logits / temperature, axis=1), labels=classes)


best = minimize_scalar(loss, bounds=(0.05, 50), method="bounded", options={"xatol": 1e-12})
bounds = [(0, 1), (0, 2995), (1, 1000), (7, 10000), (30, 10000), (500, 1000), (999, 1000)]

json.dump(
    {
        "versions": {
            "scikit-learn": sklearn.__version__,
            "scipy": scipy.__version__,
            "numpy": numpy.__version__,
        },
        "classes": CLASSES,
        "labels": labels.tolist(),
        "logits": logits.ravel().tolist(),
        "confusion": confusion_matrix(labels, predictions, labels=classes).tolist(),
        "report": {
            "classes": [report[str(label)] for label in classes],
            "accuracy": report["accuracy"],
            "macro": report["macro avg"],
            "weighted": report["weighted avg"],
        },
        "calibration": {
            "bins": BINS,
            "counts": counts.tolist(),
            "accuracies": accuracies.tolist(),
            "confidences": means.tolist(),
            "expectedError": float((gaps * counts[counts > 0]).sum() / COUNT),
            "maximumError": float(gaps.max()),
        },
        "temperature": {"temperature": best.x, "lossBefore": loss(1), "lossAfter": best.fun},
        "errorBounds": [[errors, count, beta.ppf(0.95, errors + 1, count - errors)] for errors, count in bounds],
    },
    sys.stdout,
    separators=(",", ":"),
)
sys.stdout.write("\n")
