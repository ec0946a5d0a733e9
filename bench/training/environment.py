"""Where a Python measurement was made: its versions, its threads, its processor time and its peak memory.

Flow: trainKeras.py, trainTorch.py → **environment** → the lines and tables of a benchmark.
"""

import os
import platform
import resource
import sys

# The processors this process may use: what both libraries are told to use.
THREADS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


def versions(*modules):
    """'torch 2.13.0, Python 3.11.7' for the module torch."""
    installed = [f"{module.__name__} {module.__version__}" for module in modules]
    return ", ".join([*installed, f"Python {platform.python_version()}"])


def cpu_seconds():
    """The processor's time of this process, user and system, all threads."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def peak_megabytes():
    """The most memory this process has had; macOS counts it in bytes, Linux in kilobytes."""
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
