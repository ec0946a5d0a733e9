"""One read of the digits by pandas or polars in a process of its own; bench/data/compare.ts starts it.

Prints {"seconds", "peakMegabytes", "rows", "version"}; the time is that of the read into uint8, without the import.
"""

import json
import resource
import sys
import time


def read(library, file):
    if library == "pandas":
        import pandas

        started = time.perf_counter()
        frame = pandas.read_csv(file, dtype="uint8")
        return pandas, len(frame), time.perf_counter() - started
    import polars

    started = time.perf_counter()
    frame = polars.read_csv(file).cast(polars.UInt8)
    return polars, frame.height, time.perf_counter() - started


name, path = sys.argv[1:3]
module, rows, seconds = read(name, path)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": seconds, "peakMegabytes": peak, "rows": rows, "version": f"{name} {module.__version__}"}))
