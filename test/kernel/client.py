"""A Jupyter client for the kernel's tests: the real protocol on one side, JSON lines on the other.

    client.py KERNEL_NAME WORKING_FOLDER SECONDS_UNTIL_READY

stdin   {"id": 1, "call": "execute", "with": {"code": "1 + 1"}}   a method of jupyter_client's KernelClient
        {"id": 2, "call": "interrupt_kernel"}                    or of its KernelManager
stdout  {"ready": true} first, then {"id": 1, "answer": VALUE} for each call (a message's id, if it sends one),
        and {"channel": "iopub" | "shell", "type", "parent": ID, "content"} for each message of the kernel
The kernel ends with this process: at the end of stdin. Its spec is found through JUPYTER_PATH.
"""

import json
import sys
import threading
from queue import Empty

from jupyter_client import KernelManager

kernel_name, folder, seconds = sys.argv[1:]
printing = threading.Lock()


def tell(**line):
    with printing:
        print(json.dumps(line, default=str), flush=True)


def forward(channel, get_message):
    while True:
        try:
            message = get_message(timeout=0.2)
        except Empty:
            continue
        tell(
            channel=channel,
            type=message["msg_type"],
            parent=message["parent_header"].get("msg_id"),
            content=message["content"],
        )


manager = KernelManager(kernel_name=kernel_name)
# Not our stdout: Node would make it non-blocking, and lines of ours would be lost.
manager.start_kernel(cwd=folder, stdout=sys.stderr, stderr=sys.stderr)
try:
    client = manager.blocking_client()
    client.start_channels()
    client.wait_for_ready(timeout=int(seconds))
    for channel, get_message in (("iopub", client.get_iopub_msg), ("shell", client.get_shell_msg)):
        threading.Thread(target=forward, args=(channel, get_message), daemon=True).start()
    tell(ready=True)
    for line in sys.stdin:
        request = json.loads(line)
        call = getattr(client, request["call"], None) or getattr(manager, request["call"])
        tell(id=request["id"], answer=call(**request.get("with", {})))
finally:
    manager.shutdown_kernel(now=True)
