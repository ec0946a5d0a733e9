"""One lesson through the kernel, and what must not be found in its outputs.

Flow: run.py -> **execute** (nbclient) -> kernel/kernels/tslab -> outputs in the notebook
"""

import asyncio
import json
import re
import tempfile
import time
from pathlib import Path

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError

from leftovers import own
from lesson import LessonError

COLORS = re.compile(r"\x1b\[[0-9;]*m")


async def execute(notebook, folder, timeout, root):
    """Fills in the outputs. Raises LessonError."""
    reached = 0

    def cell_started(cell, cell_index):
        nonlocal reached
        reached = cell_index

    # The log takes what native code writes past Jupyter; it is told when the kernel dies.
    with tempfile.TemporaryDirectory(prefix=f"{own('.scratch')}-", dir=folder.parent) as scratch, tempfile.TemporaryFile("w+") as log:
        client = NotebookClient(
            notebook,
            kernel_name="tslab",
            resources={"metadata": {"path": scratch}},
            timeout=None,  # a lesson has a time limit, its cells have none
            startup_timeout=120,
            coalesce_streams=True,
            record_timing=False,
            on_cell_start=cell_started,
        )
        deadline = time.monotonic() + timeout
        try:
            await asyncio.wait_for(client.async_execute(stdout=log, stderr=log), timeout)
        except CellExecutionError as error:
            trace = COLORS.sub("", error.traceback).strip()
            raise LessonError(f"cell {reached + 1}: {error.ename}: {error.evalue}\n{trace}") from None
        except (asyncio.TimeoutError, DeadKernelError, RuntimeError) as error:
            if time.monotonic() >= deadline:  # the kernel of a lesson out of time is ended, which may come first
                raise LessonError(f"cell {reached + 1} was still running after {timeout:g} s") from None
            log.seek(0)
            raise LessonError(f"cell {reached + 1}: the kernel died: {error}\n{log.read()[-2000:]}".strip()) from None
        inspect(notebook, [str(root), scratch, f"{Path.home()}/"])


def inspect(notebook, machine_paths):
    """Refuses outputs that a reader should not see, and wanted errors that did not come."""
    for number, cell in enumerate(notebook.cells, 1):
        outputs = cell.get("outputs", [])
        for output in outputs:
            if output.output_type == "stream" and output.name == "stderr":
                raise LessonError(f"cell {number} wrote to standard error: {output.text.strip()}")
        if "raises-exception" in cell.metadata.get("tags", []):
            if not any(output.output_type == "error" for output in outputs):
                raise LessonError(f"cell {number} is tagged raises-exception, but no error came")
        text = json.dumps(outputs)
        for path in machine_paths:
            if path in text:
                raise LessonError(f"cell {number} shows a path of this machine: {path}")
