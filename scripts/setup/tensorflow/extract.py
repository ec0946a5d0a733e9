"""Takes TensorFlow's C libraries and headers, and CUDA's libraries, out of a wheel; zipfile checks every file's CRC.

    python extract.py WHEEL FOLDER LIBRARY...

Writes FOLDER/lib/LIBRARY and FOLDER/include/…, of NVIDIA's wheels FOLDER/nvidia/PART/…; exits with 1 and one line if the wheel lacks a library.
"""

import shutil
import sys
import zipfile
from pathlib import Path

INCLUDE = "tensorflow/include/"
# The addon includes tensorflow/c/c_api.h and tensorflow/c/eager/c_api.h; these folders are what they include.
HEADERS = (
    "tensorflow/c/",
    "tensorflow/core/platform/ctstring",
    "tensorflow/tsl/platform/ctstring",
    "tsl/platform/ctstring",
    "tsl/c/",
    "xla/tsl/c/",
)


def destination(name, libraries):
    """Where a member of the wheel goes, relative to FOLDER; None if it is not needed."""
    folder, _, file = name.rpartition("/")
    if folder == "tensorflow" and file in libraries:
        return f"lib/{file}"
    header = name.removeprefix(INCLUDE)
    if name.startswith(INCLUDE) and header.startswith(HEADERS) and header.endswith(".h"):
        return f"include/{header}"
    # Libraries, and what compiles for the GPU at run time: ptxas and libdevice.
    if name.startswith("nvidia/") and (".so" in file or "/cuda_nvcc/" in name) and not name.endswith((".py", ".h")):
        return name
    return None


def extract(wheel, folder, libraries):
    with zipfile.ZipFile(wheel) as archive:
        missing = {f"tensorflow/{library}" for library in libraries} - set(archive.namelist())
        if missing:
            sys.exit(f"error: {wheel} has no {', '.join(sorted(missing))}")
        for name in archive.namelist():
            if ".." in name.split("/"):
                sys.exit(f"error: {wheel} has a file named {name}")
        for name in archive.namelist():
            target = destination(name, libraries)
            if target is None:
                continue
            path = Path(folder, target)
            path.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(name) as source, path.open("wb") as copy:
                shutil.copyfileobj(source, copy, 1 << 20)
            if path.name == "ptxas":
                path.chmod(0o755)


if __name__ == "__main__":
    extract(sys.argv[1], sys.argv[2], sys.argv[3:])
