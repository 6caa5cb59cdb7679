"""A real server of the AT Protocol: arroba with its records in memory and validation by the lexicons. What it lacks, to take
pictures, is in pds_blobs.

Prints its address, and the handle and the password that sign in.
"""

import logging
import os
import secrets

import serving

port = serving.free_port()
password = secrets.token_urlsafe(16)
os.environ.update(
    REPO_TOKEN=secrets.token_urlsafe(24), REPO_PASSWORD=password, PDS_HOST=f"127.0.0.1:{port}",
    PLC_HOST="plc.invalid")

from arroba import firehose, server, xrpc_identity, xrpc_repo, xrpc_server, xrpc_sync  # noqa: E402,F401
from arroba.repo import Repo  # noqa: E402
from arroba.util import new_key  # noqa: E402
from flask import Flask  # noqa: E402
from lexrpc.flask_server import init_flask  # noqa: E402
from werkzeug.serving import make_server  # noqa: E402
import threading  # noqa: E402
from pds_blobs import Storage, serve_blobs  # noqa: E402

for quiet in ["werkzeug", "lexrpc"]:
    logging.getLogger(quiet).setLevel(logging.ERROR)
DID = "did:web:school.test"
server.storage = Storage()
server.repo = Repo.create(server.storage, DID, handle="school.test", signing_key=new_key())
app = Flask(__name__)
serve_blobs(app)
init_flask(server.server, app)
# one after another: its records in memory take no two writes at once
pages = make_server("127.0.0.1", port, app)
threading.Thread(target=pages.serve_forever, daemon=True).start()
serving.serve(address=f"http://127.0.0.1:{port}", handle=DID, password=password)
