"""Who the workers are, and whether they agree. Everything here is known before TensorFlow is loaded."""
import json
import os
import socket
import sys

ALONE = '{"cluster": {"worker": ["localhost:0"]}, "task": {"type": "worker", "index": 0}}'


def stop(line):
    sys.exit(f"train_many_workers: {line}")


def cluster(args):
    """The addresses of all workers, and which of them this is. TensorFlow reads them from TF_CONFIG."""
    if args.workers is not None:
        task = {"type": "worker", "index": args.index}
        os.environ["TF_CONFIG"] = json.dumps({"cluster": {"worker": args.workers.split(",")}, "task": task})
    given = os.environ.get("TF_CONFIG", ALONE)
    try:
        config = json.loads(given)
        workers, index = config["cluster"]["worker"], int(config["task"]["index"])
        ports = [int(worker.rsplit(":", 1)[1]) for worker in workers]
        whole = len(set(workers)) == len(workers) and 0 <= index < len(workers)
    except (ValueError, LookupError, AttributeError, TypeError):
        whole = False
    if not whole:
        stop(f"expected host:port of every worker, each once, and an index among them, found {given}")
    if args.batch_size % len(workers):
        stop(f"--batch-size: expected a multiple of {len(workers)} workers, found {args.batch_size}")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", ports[index]))
        except (OSError, OverflowError) as error:
            stop(f"{workers[index]}: expected port {ports[index]} to be free, found: {error}")
    return workers, index


def answers(address):
    with socket.socket() as probe:
        probe.settimeout(5)
        host, port = address.rsplit(":", 1)
        return probe.connect_ex((host, int(port))) == 0


def compare(said, workers):
    """Stops unless all workers said the same: with other versions or settings they would train something else."""
    for other, worker in zip(said, workers):
        for name, value in said[0].items():
            if other[name] != value:
                stop(f"worker {worker}: expected the {name} of worker {workers[0]}, {value}, found {other[name]}")
