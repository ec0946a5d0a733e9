"""What the programs of this folder say about their arguments."""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Usage(argparse.ArgumentParser):
    """Refuses in one line; `prog` is `npm run NAME --`."""

    def error(self, message):
        print(f"{self.prog.removesuffix(' --')}: {message}", file=sys.stderr)
        sys.exit(2)


def choose(usage, names, known):
    """The known lessons that begin with one of the names, in order; all of them without names."""
    for name in names:
        if not any(lesson.startswith(name) for lesson in known):
            usage.error(f"NAME must be one of {', '.join(known) or '(no lessons)'}; got {name!r}")
    return [lesson for lesson in known if not names or lesson.startswith(tuple(names))]
