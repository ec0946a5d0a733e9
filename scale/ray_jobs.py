"""Runs `digits train` jobs on a Ray cluster. Ray decides where; whoever started this keeps the results.

Standard input: one JSON object a line, {"job": number, "args": ["train", …]}, then an empty line. It stays open: when
it is closed, nobody waits any more, and this program ends, with its jobs.
Standard output: one JSON object a line, {"finished": job, "report": …, "machine": …}, {"failed": job, "problem": …},
{"note": …}, or as the last one {"stopped": …}, if no job can be run.

Flow: lib/cli/sweep/rayRunner.ts → **ray_jobs** → lib/bin/whileWanted.js on the machines of the cluster.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path

os.environ["RAY_USAGE_STATS_ENABLED"] = "0"

import ray  # noqa: E402  (it reads the line above)
from ray.exceptions import RayError, RayTaskError  # noqa: E402

MOST_LOSSES = 3
"""A job whose worker is lost so often is to blame itself."""

LOOK_SECONDS = 10
"""From one look at the cluster to the next while no job ends."""

PATIENCE_SECONDS = 30
"""A cluster answers within a second."""

BAD_INPUT = 2
"""Exit code of digits."""


results = sys.stdout
"""Where lines for the other side go, and nothing else: what Ray prints goes to standard error, see main."""


def library() -> str:
    """What the results come from, in the clone that this Python belongs to: digits-cnn and what it stands on."""
    clone = Path(sys.prefix).parent
    package = json.loads((clone / "lib/package.json").read_text())
    digest = hashlib.sha256()
    dist = clone / "lib/dist"
    for file in [clone / "package-lock.json", *sorted(dist.rglob("*.js"))]:
        digest.update(file.relative_to(clone).as_posix().encode())
        digest.update(file.read_bytes())
    return f"digits-cnn {package['version']} ({digest.hexdigest()[:12]})"


def run_job(args: list[str], threads: int, wanted: str) -> dict:
    """On a machine of the cluster: one training in a process of its own, in this machine's clone."""
    machine = socket.gethostname()
    clone = Path(sys.prefix).parent
    try:
        found = library()
    except OSError as error:
        return {"stopped": f"{machine}: expected the course's clone around {sys.prefix}, found no {error.filename}"}
    if found != wanted:
        return {"stopped": f"{machine} has {found} in {clone}, and this machine {wanted}: bring both to the same "
                "commit, run npm run build there, and start the same command again"}
    node = shutil.which("node")
    if node is None:
        return {"stopped": f"{machine}: expected node on the PATH of its Ray, found none"}
    environment = os.environ | {"TF_NUM_INTRAOP_THREADS": str(threads), "TF_NUM_INTEROP_THREADS": "1"}
    with tempfile.TemporaryFile() as errors, subprocess.Popen(
        [node, clone / "lib/bin/whileWanted.js", *args],
        cwd=clone, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
    ) as process:
        out = process.stdout.read()
        code = process.wait()
        errors.seek(0)
        lines = errors.read().decode(errors="replace").splitlines()
    if code == 0:
        return {"report": json.loads(out), "machine": machine}
    own = [line.removeprefix("digits: ") for line in lines if line.startswith("digits: ")]
    problem = own[-1] if own else f"it ended with exit code {code}"
    return {"stopped" if code == BAD_INPUT else "problem": f"{problem} (on {machine})"}


def tell(**event) -> None:
    print(json.dumps(event, ensure_ascii=False), file=results, flush=True)


def read_jobs() -> list[dict]:
    """The jobs, and from then on the end of this program when standard input ends."""
    jobs = []
    for line in sys.stdin:
        if line.strip() == "":
            break
        jobs.append(json.loads(line))

    def end_with_input() -> None:
        sys.stdin.read()
        os._exit(1)

    threading.Thread(target=end_with_input, daemon=True).start()
    return jobs


def connect(address: str) -> None:
    """Raises SystemExit with one line if there is no cluster, or it is of other versions."""
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host, int(port)), timeout=10).close()
    except OSError as error:
        raise SystemExit(f"no Ray cluster answers at {address} ({error.strerror or error}); on its first machine run: "
                         f".venv-scale/bin/ray start --head --port={port} --include-dashboard=false")

    def give_up() -> None:
        tell(stopped=f"something answers at {address}, but it is no Ray cluster; the port is taken by another program")
        os._exit(1)

    patience = threading.Timer(PATIENCE_SECONDS, give_up)
    patience.start()
    try:
        ray.init(address=address, log_to_driver=False, configure_logging=False, logging_level="ERROR")
    except Exception as error:  # Ray's own words: other versions of Ray or Python, or no part of it on this machine.
        raise SystemExit(one_line(error))
    finally:
        patience.cancel()


def missing_room(threads: int, memory: float) -> str | None:
    """Why no machine of the cluster could ever take a job; None if one can."""
    machines = [node["Resources"] for node in ray.nodes() if node["Alive"]]
    if any(one.get("CPU", 0) >= threads and one.get("memory", 0) >= memory for one in machines):
        return None
    found = ", ".join(f"{one.get('CPU', 0):g} CPU and {one.get('memory', 0) / 1e9:.1f} GB" for one in machines)
    return f"a job needs a machine with {threads} CPU and {memory / 1e9:.1f} GB; those of the cluster have {found}"


def run_all(jobs: list[dict], threads: int, memory: float) -> None:
    """Raises SystemExit with one line if no job can be run."""
    if (problem := missing_room(threads, memory)) is not None:
        raise SystemExit(problem)
    wanted = library()
    # A lost job is submitted again here and not by Ray (max_retries), which would not tell.
    task = ray.remote(num_cpus=threads, memory=memory, max_retries=0)(run_job)
    submit = lambda job: task.remote(job["args"], threads, wanted)  # noqa: E731
    pending = {submit(job): job for job in jobs}
    losses = Counter()
    waiting = False
    while pending:
        if not ray.wait(list(pending), num_returns=1, timeout=LOOK_SECONDS)[0]:
            problem = missing_room(threads, memory)
            if problem is not None and not waiting:
                tell(note=f"{problem}; waiting for one to join")
            waiting = problem is not None
            continue
        # All that have ended by now: the jobs of a lost machine end together.
        lost, stopped, reason = [], None, ""
        for reference in ray.wait(list(pending), num_returns=len(pending), timeout=0.2)[0]:
            job = pending.pop(reference)
            try:
                outcome = ray.get(reference)
            except RayTaskError as error:  # run_job itself could not go on.
                outcome = {"problem": one_line(error.cause)}
            except RayError as error:
                reason = str(error)
                losses[job["job"]] += 1
                if losses[job["job"]] < MOST_LOSSES:
                    lost.append(job)
                    continue
                outcome = {"problem": f"its worker was lost {MOST_LOSSES} times"}
            if "stopped" in outcome:
                stopped = outcome["stopped"]
            else:
                tell(**({"finished": job["job"]} if "report" in outcome else {"failed": job["job"]}), **outcome)
        if stopped is not None:
            raise SystemExit(stopped)
        if lost:
            tell(note=f"{lost_worker(reason)}; {'its job runs' if len(lost) == 1 else f'its {len(lost)} jobs run'} again")
        pending |= {submit(job): job for job in lost}


def one_line(error: BaseException) -> str:
    return " ".join(str(error).split())


def lost_worker(reason: str) -> str:
    """Which, as far as Ray says."""
    place = re.search(r"Node IP: ([^,\s]+)", reason)
    return f"a worker was lost, on {place[1]}" if place else "a worker was lost"


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--address", required=True)
    arguments.add_argument("--threads", type=int, required=True)
    arguments.add_argument("--memory", type=float, required=True)
    options = arguments.parse_args()
    sys.stdout = sys.stderr
    jobs = read_jobs()
    try:
        connect(options.address)
        run_all(jobs, options.threads, options.memory)
    except SystemExit as stop:
        tell(stopped=str(stop))
        sys.exit(1)


if __name__ == "__main__":
    main()
