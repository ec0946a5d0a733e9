"""Lessons as files: found, read from their source, stored as notebooks that do not depend on where or when they ran.

Flow: run.py -> **lesson** -> notebooks/text/NAME.md, notebooks/NAME.ipynb
"""

import errno
import hashlib
import os

import jupytext
import nbformat

from leftovers import own

METADATA = {
    "kernelspec": {"display_name": "TypeScript (tslab)", "language": "typescript", "name": "tslab"},
    "language_info": {"file_extension": ".ts", "mimetype": "text/typescript", "name": "typescript"},
}
COURSE = "digits-cnn"  # the course's own part of a notebook's metadata
PLOTLY = "application/vnd.plotly.v1+json"


class LessonError(Exception):
    """Why a lesson fails, in a line (an error of a cell adds its trace)."""


def find_lessons(folder):
    """The names of all lessons, in order."""
    texts = (folder / "text").glob("*.md")
    return sorted({path.stem for path in [*texts, *folder.glob("*.ipynb")]})


def load(folder, name):
    """The lesson from its source, without outputs."""
    text = folder / "text" / f"{name}.md"
    notebook = jupytext.read(text, fmt="md") if text.exists() else read_notebook(folder / f"{name}.ipynb")
    notebook.metadata = nbformat.from_dict(METADATA)
    notebook.nbformat_minor = 5
    for cell, cell_id in zip(notebook.cells, cell_ids(notebook.cells)):
        cell.id = cell_id
        cell.metadata = nbformat.from_dict({"tags": cell.metadata.tags} if "tags" in cell.metadata else {})
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def cell_ids(cells):
    """Ids made from the content: an edited cell changes its own id only."""
    seen = {}
    for cell in cells:
        digest = hashlib.sha256(f"{cell.cell_type}\n{cell.source}".encode()).hexdigest()[:8]
        seen[digest] = seen.get(digest, 0) + 1
        yield digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"


def save(folder, name, notebook, seconds):
    """Stores an executed lesson, and how long it took."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.pop("transient", None)
            if PLOTLY in output.get("data", {}):
                output.data.pop("image/png", None)
    try:
        stored = read_stored(folder, name)
    except LessonError:  # damaged, and about to be replaced
        stored = None
    write(folder, name, notebook, about_as_before(stored, seconds))


def save_seconds(folder, name, seconds):
    """Stores only how long a lesson took; it has to be stored."""
    notebook = read_stored(folder, name)
    write(folder, name, notebook, about_as_before(notebook, seconds))


def about_as_before(stored, seconds):
    """The stored seconds while they are about right, so that a lesson stored again is the same file; else the new ones."""
    known = stored and stored.metadata.get(COURSE, {}).get("seconds")
    return known if known and known / 1.5 <= seconds <= known * 1.5 else max(1, round(seconds))


def write(folder, name, notebook, seconds):
    """With its kernel and its time, and nothing else that depends on a machine."""
    notebook.metadata = nbformat.from_dict({**METADATA, COURSE: {"seconds": seconds}})
    nbformat.validate(notebook)
    write_beside(folder / f"{name}.ipynb", nbformat.writes(notebook) + "\n")


def write_beside(path, text):
    """So that there is the old file or the new one, never half of one. Raises LessonError if it cannot be written."""
    part = path.with_name(f"{own(f'.{path.name}')}.part")
    try:
        part.write_text(text, encoding="utf-8")
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        reason = "the disk is full" if error.errno == errno.ENOSPC else error.strerror
        raise LessonError(f"{path} cannot be written: {reason}") from None


def read_stored(folder, name):
    """The stored notebook, or None."""
    path = folder / f"{name}.ipynb"
    return read_notebook(path) if path.exists() else None


def read_notebook(path):
    """Raises LessonError if it is damaged."""
    try:
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        return notebook
    except OSError as error:
        raise LessonError(f"{path.name} cannot be read: {error.strerror}") from None
    except Exception as error:  # of JSON, of characters, of what a notebook is made of: each has its own
        reason = str(error).partition("\n")[0][:120]
        raise LessonError(f"{path.name} is damaged: {reason}; npm run notebooks -- --write {path.stem}") from None


def stored_as(folder, name, notebook):
    """Whether the stored notebook has the cells of this one."""
    stored = read_stored(folder, name)
    if stored is None:
        return False
    content = lambda cells: [(cell.id, cell.metadata.get("tags", [])) for cell in cells]
    return content(stored.cells) == content(notebook.cells)
