"""Starts the course as its reader does, runs one cell through the server, and stops it. Needs the course's Python.

    startAndAsk.py NODE CODE      in the clone

Prints one JSON object: what the cell said, the addresses that were listened to meanwhile, what the server answered
without its token, and `npm start`'s own exit status and words.
"""

import json
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from pathlib import Path

import websocket

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/\S*token=([0-9a-f]+)")


def ask(url, data=None, headers={}):
    """What is answered: the HTTP status and the body."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data, headers), timeout=60) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        return error.code, b""


def wait_for(url):
    """The address is printed a moment before anything listens there."""
    for _ in range(600):
        try:
            return ask(url)
        except urllib.error.URLError:
            time.sleep(0.1)
    sys.exit(f"nothing answers at {url}")


def run_cell(socket_url, code):
    """What a cell prints, its errors included."""
    header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "session": "test", "username": ""}
    request = {"header": header, "parent_header": {}, "metadata": {}, "content": {"code": code}, "channel": "shell"}
    connection = websocket.create_connection(socket_url, timeout=120)
    connection.send(json.dumps(request))
    said = ""
    while True:
        message = json.loads(connection.recv())
        if message["parent_header"].get("msg_id") != header["msg_id"]:
            continue
        if message["msg_type"] == "stream":
            said += message["content"]["text"]
        if message["msg_type"] == "error":
            said += "\n".join(message["content"]["traceback"])
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            connection.close()
            return said


def open_socket(url):
    """The status with which a request for a web socket is answered."""
    try:
        return websocket.create_connection(url, timeout=60).getstatus()
    except websocket.WebSocketBadStatusException as error:
        return error.status_code


def listening():
    """The addresses on which anything here waits for connections, in Linux's own spelling."""
    tables = [Path("/proc/net", name).read_text().splitlines()[1:] for name in ("tcp", "tcp6")]
    sockets = [line.split() for table in tables for line in table]
    return sorted({local.split(":")[0] for _, local, _, state, *_ in sockets if state == "0A"})


def main(node, code):
    server = subprocess.Popen([node, "scripts/start.mjs", "--no-browser"], stderr=subprocess.PIPE, text=True)
    said = ""
    try:
        while (address := ADDRESS.search(said)) is None:
            line = server.stderr.readline()
            if line == "":
                sys.exit(f"npm start ended:\n{said}")
            said += line
        port, token = address.groups()
        wait_for(f"http://127.0.0.1:{port}/api")
        kernels = f"http://127.0.0.1:{port}/api/kernels"
        new_kernel = b'{"name": "tslab"}'
        _, body = ask(kernels, new_kernel, {"Authorization": f"token {token}"})
        channels = f"ws://127.0.0.1:{port}/api/kernels/{json.loads(body)['id']}/channels"
        answer = {
            "cell": run_cell(f"{channels}?token={token}", code),
            "listening": listening(),
            "withoutToken": {
                "list kernels": ask(kernels)[0],
                "list kernels, with another token": ask(f"{kernels}?token={token[::-1]}")[0],
                # What a browser sends against forged requests comes from the server, so anyone can have it.
                "start a kernel": ask(kernels, new_kernel, {"Cookie": "_xsrf=61", "X-XSRFToken": "61"})[0],
                "read a file": ask(f"http://127.0.0.1:{port}/api/contents/README.md")[0],
                "run a cell": open_socket(channels),
            },
        }
    finally:
        server.send_signal(signal.SIGINT)
        said += server.stderr.read()
        status = server.wait()
    print(json.dumps({**answer, "status": status, "said": said}))


if __name__ == "__main__":
    main(*sys.argv[1:])
