"""digitNet and its recipe in PyTorch: how long until the target is reached.

Flow: timeTo99 → the recipe on standard input → **timeTo99** → one line of JSON.
"""

import json
import sys
import time

import torch
from torch import nn

from environment import THREADS, versions
from initialise import glorot_uniform, he_normal
from mnist import read_mnist

PARTS = 50
TEST_BATCH = 500


def network():
    return nn.Sequential(
        he_normal(nn.Conv2d(1, 16, 5, padding=2)),
        nn.ReLU(),
        nn.MaxPool2d(2),
        he_normal(nn.Conv2d(16, 32, 3, padding=1)),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        he_normal(nn.Linear(1568, 128)),
        nn.ReLU(),
        glorot_uniform(nn.Linear(128, 10)),
    )


def read(part):
    images, labels = read_mnist(part)
    return torch.from_numpy(images)[:, None].float() / 255, torch.from_numpy(labels).long()


def accuracy(model, images, labels):
    with torch.inference_mode():
        rows = zip(images.split(TEST_BATCH), labels.split(TEST_BATCH), strict=True)
        right = sum((model(batch).argmax(1) == wanted).sum().item() for batch, wanted in rows)
    return right / len(labels)


recipe = json.load(sys.stdin)
torch.manual_seed(recipe["seed"])
torch.set_num_threads(THREADS)
model = network().to(memory_format=torch.channels_last)
images, labels = read("train")
test_images, test_labels = read("t10k")
rates = recipe["rates"]
result = {"version": versions(torch), "evaluationSeconds": 0.0}

started = time.perf_counter()
optimizer = torch.optim.Adam(model.parameters(), eps=1e-7, fused=True)
loss_of = nn.CrossEntropyLoss(label_smoothing=recipe["labelSmoothing"])
done = 0
while done < len(rates):
    for rows in torch.randperm(len(labels)).split(recipe["batchSize"]):
        for group in optimizer.param_groups:
            group["lr"] = rates[done]
        loss = loss_of(model(images[rows]), labels[rows])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        done += 1
        due = 2 * done > len(rates) and PARTS * done // len(rates) > PARTS * (done - 1) // len(rates)
        if due and "secondsToTarget" not in result:
            asked = time.perf_counter()
            if accuracy(model, test_images, test_labels) >= recipe["target"]:
                result["secondsToTarget"] = asked - started - result["evaluationSeconds"]
            result["evaluationSeconds"] += time.perf_counter() - asked
result["seconds"] = time.perf_counter() - started - result["evaluationSeconds"]
result["testAccuracy"] = accuracy(model, test_images, test_labels)
print(json.dumps(result))
