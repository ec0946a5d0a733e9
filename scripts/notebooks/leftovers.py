"""What runs that were killed left behind: their files and folders carry the number of their process in their names.

Flow: run.py -> **leftovers** (clears them) -> execute.py, lesson.py make new ones
"""

import os
import re
import shutil


def own(name):
    """The name of something that lives no longer than this process."""
    return f"{name}-{os.getpid()}"


def clear(folder, pattern):
    """Removes what matches and was made by a process that has ended."""
    if os.name == "nt":  # asking whether a process lives would end it there
        return
    for path in folder.glob(pattern):
        process = re.search(r"-(\d+)(?:[.-]|$)", path.name)
        if process is None or lives(int(process[1])):
            continue
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def lives(process):
    try:
        os.kill(process, 0)
        return True
    except ProcessLookupError:
        return False
    except OverflowError:  # no number of a process
        return True
    except PermissionError:  # of another user
        return True
