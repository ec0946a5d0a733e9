"""Executes lessons through the real kernel: `npm run notebooks [-- NAME ...] [--write | --measure] [--timeout S] [--jobs N]`.

NAME        a lesson, or the beginning of its name: 00-start-here, or 00. All lessons when not given.
--write     stores the executed lessons as notebooks/NAME.ipynb, with how long they took
--measure   stores only how long they took
--timeout   seconds a lesson may take (300)
--jobs      lessons at a time (1), where nothing is stored; with more, each takes longer, and lines come as they end
--folder    where the lessons are (notebooks); for tests

A lesson fails on an error, on anything written to standard error, when it takes too long, when a machine's path
shows in its output, or when its stored notebook was made from another text. A line per lesson; the last line counts
`N passed, N failed`. Exit code 0: all passed, 1: not all, 2: wrong usage.

How long a lesson took is its wall-clock time or its processor time, whichever is less: so it is the same whether other
programs are busy, and whether a lesson keeps several processor cores busy.

How a lesson is written
-----------------------
The source of a lesson is notebooks/text/NAME.md, in jupytext's `md` format; `--write NAME` makes
notebooks/NAME.ipynb from it. (A notebook without such a text is its own source.)

    # Title                         Markdown is a markdown cell; two blank lines begin a new one.

    ```typescript                   A code cell. To only show code, fence it with `ts`.
    const answer = 6 * 7;
    answer
    ```

    ```typescript tags=["raises-exception"]
    const text: string = answer;    A cell that must fail, with its error shown to the reader.
    ```

Cells run in a scratch folder beside notebooks/, so `../data/train.csv` is found and the reader's own files, such as
the progress kept by exercises, are left alone.
"""

import argparse
import asyncio
import os
import sys
import time
from pathlib import Path

from execute import execute
from leftovers import clear
from lesson import LessonError, find_lessons, load, save, save_seconds, stored_as
from usage import ROOT, Usage, choose


def read_arguments():
    usage = Usage(prog="npm run notebooks --", description=__doc__, add_help=True,
                  formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("names", nargs="*", metavar="NAME")
    store = usage.add_mutually_exclusive_group()
    store.add_argument("--write", action="store_true")
    store.add_argument("--measure", action="store_true")
    usage.add_argument("--timeout", type=float, default=300, metavar="S")
    usage.add_argument("--jobs", type=int, default=1, metavar="N")
    usage.add_argument("--folder", type=Path, default=ROOT / "notebooks", metavar="DIR")
    given = usage.parse_args()
    if given.jobs < 1:
        usage.error(f"--jobs must be at least 1; got {given.jobs}")
    if given.jobs > 1 and (given.write or given.measure):
        usage.error("--jobs must be 1 where the time of each lesson is stored")
    return given, choose(usage, given.names, find_lessons(given.folder))


async def run_lesson(given, name):
    """Raises LessonError with the reason if the lesson fails."""
    lesson = load(given.folder, name)
    began = (time.monotonic(), processor_seconds())
    await execute(lesson, given.folder.resolve(), given.timeout, ROOT)
    seconds = min(time.monotonic() - began[0], processor_seconds() - began[1])
    if given.write:
        save(given.folder, name, lesson, seconds)
    elif not stored_as(given.folder, name, lesson):
        raise LessonError(f"{name}.ipynb was made from another text; npm run notebooks -- --write {name}")
    elif given.measure:
        save_seconds(given.folder, name, seconds)


def processor_seconds():
    """What kernels that have ended have used."""
    times = os.times()
    return times.children_user + times.children_system


async def report_lesson(given, name, places):
    """Runs a lesson when there is a place for it, and writes its line. Tells whether it passed."""
    async with places:
        started = time.monotonic()
        try:
            await run_lesson(given, name)
            outcome = "ok"
        except LessonError as reason:
            outcome = f"FAILED: {reason}"
        print(f"{name}  {time.monotonic() - started:.1f} s  {outcome}", flush=True)
        return outcome == "ok"


async def main():
    given, chosen = read_arguments()
    clear(given.folder.resolve().parent, ".scratch-*")
    clear(given.folder, ".*.ipynb-*.part")
    places = asyncio.Semaphore(given.jobs)
    passed = sum(await asyncio.gather(*(report_lesson(given, name, places) for name in chosen)))
    print(f"{passed} passed, {len(chosen) - passed} failed")
    return 0 if chosen and passed == len(chosen) else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
