"""Copies of the lessons for recall: `npm run clean-notebooks [-- NAME ...]`.

What stays is the code, its headings, and the questions (**Predict**, exercises); prose and outputs go. Who has read a
lesson runs it again from memory: what does this cell show, and why is it there?

NAME       a lesson, or the beginning of its name; all lessons that have code when not given
--folder   where the lessons are (notebooks); for tests

Writes recall/NAME.ipynb beside notebooks/, so that `../data/train.csv` is found. A copy that is already there may have
been worked in and is kept; delete it to have a new one. Exit code 0, or 2 for wrong usage.

Flow: notebooks/text/NAME.md -> lesson.py -> **clean** -> recall/NAME.ipynb
"""

import argparse
import re
import sys
from pathlib import Path

import nbformat

from lesson import LessonError, find_lessons, load, write_beside
from usage import ROOT, Usage, choose

QUESTION = re.compile(r"\*\*Predict\.\*\*")
EXERCISE = re.compile(r"#+ Exercise ")


def questions(markdown):
    """The paragraphs of a markdown cell that stay: headings, questions, and what an exercise asks for."""
    kept, asked = [], False
    for paragraph in re.split(r"\n{2,}", markdown.strip()):
        heading = paragraph.startswith("#")
        asked = bool(EXERCISE.match(paragraph)) if heading else asked
        if heading or asked or QUESTION.search(paragraph):
            kept.append(paragraph)
    return "\n\n".join(kept)


def has_code(lesson):
    return any(cell.cell_type == "code" for cell in lesson.cells)


def clean(lesson):
    """Changes the lesson, which has no outputs yet."""
    for cell in lesson.cells:
        if cell.cell_type == "markdown":
            cell.source = questions(cell.source)
    lesson.cells = [cell for cell in lesson.cells if cell.source.strip()]
    return lesson


def main():
    usage = Usage(prog="npm run clean-notebooks --", description=__doc__,
                  formatter_class=argparse.RawDescriptionHelpFormatter)
    usage.add_argument("names", nargs="*", metavar="NAME")
    usage.add_argument("--folder", type=Path, default=ROOT / "notebooks", metavar="DIR")
    given = usage.parse_args()
    copies = given.folder.resolve().parent / "recall"
    copies.mkdir(exist_ok=True)
    for name in choose(usage, given.names, find_lessons(given.folder)):
        path = copies / f"{name}.ipynb"
        if path.exists():
            print(f"{name}  kept: recall/{name}.ipynb is there already")
            continue
        lesson = load(given.folder, name)
        if has_code(lesson):
            write_beside(path, nbformat.writes(clean(lesson)) + "\n")
            print(f"{name}  recall/{name}.ipynb")


if __name__ == "__main__":
    try:
        main()
    except LessonError as reason:
        sys.exit(f"npm run clean-notebooks: {reason}")
