"""A server that answers over HTTP as a real Mastodon 4.7.3 answered when it was recorded (mastodon_recorded.py), with its
own address in the place of the recorded one.

It stands for these recordings and knows nothing else: test_instance (the server), test_verify_credentials (who signs in),
test_timeline_disabled (401 where nobody does), test_media_post[False] (a file that is uploaded, asked after until it is
ready, posted, and taken down with its post), test_status_empty (422 for a post of nothing) and test_status_missing (404
for what is not there). Prints its address and the token that signs in; /asked says what it was asked.
"""

import http.server
import json
import pathlib
import secrets
import subprocess
import sys
import threading

import serving

RECORDED = "localhost:3000"
NAMES = ["test_instance", "test_verify_credentials", "test_timeline_disabled", "test_media_post[False]",
         "test_status_empty", "test_status_missing"]
TOKEN = secrets.token_urlsafe(16)
PORT = serving.free_port()

printed = subprocess.run(
    [sys.executable, pathlib.Path(__file__).with_name("mastodon_recorded.py"), *NAMES], check=True,
    stdout=subprocess.PIPE).stdout
recorded = json.loads(printed.decode().replace(RECORDED, f"127.0.0.1:{PORT}"))


def exchange(cassette, method, path, status):
    return next(
        each for each in recorded
        if each["cassette"] == cassette and each["method"] == method and each["status"] == status
        and path in each["address"])


UPLOADED = exchange("test_media_post[False]", "POST", "/api/v2/media", 202)
MEDIA = json.loads(UPLOADED["body"])["id"]
SENT = exchange("test_media_post[False]", "POST", "/api/v1/statuses", 200)
STATUS = json.loads(SENT["body"])["id"]
MISSING = exchange("test_status_missing", "GET", "/api/v1/statuses", 404)
ANSWERS = {
    ("GET", "/api/v2/instance"): exchange("test_instance", "GET", "/api/v2/instance", 200),
    ("GET", "/api/v1/accounts/verify_credentials"):
        exchange("test_verify_credentials", "GET", "/api/v1/accounts/verify_credentials", 200),
    ("POST", "/api/v2/media"): UPLOADED,
    ("GET", f"/api/v1/media/{MEDIA}"): exchange("test_media_post[False]", "GET", "/api/v1/media", 200),
    ("DELETE", f"/api/v1/statuses/{STATUS}"): exchange("test_media_post[False]", "DELETE", "/api/v1/statuses", 200),
}
NOBODY = exchange("test_timeline_disabled", "GET", "/api", 401)
EMPTY = exchange("test_status_empty", "POST", "/api/v1/statuses", 422)

asked = []
out = set()


def answer(method, path, headers, body):
    asked.append({
        "method": method, "path": path, "type": headers.get("Content-Type", ""),
        "key": headers.get("Idempotency-Key", ""), "body": body.decode("utf-8", "replace")})
    if path.startswith("/api/v1/") and headers.get("Authorization") != f"Bearer {TOKEN}":
        return NOBODY
    if (method, path) == ("POST", "/api/v1/statuses"):
        post = json.loads(body)
        if not post.get("status") and not post.get("media_ids"):
            return EMPTY
        assert post.get("media_ids") == [MEDIA], "what was recorded is a post with one file"
        out.add(STATUS)
        return SENT
    if method == "DELETE":
        if STATUS not in out:
            return MISSING
        out.discard(STATUS)
    return ANSWERS.get((method, path), MISSING)


class Pages(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = self.path.partition("?")[0].rstrip("/")
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if path == "/asked":
            return self.reply(200, json.dumps(asked))
        known = answer(self.command, path, self.headers, body)
        self.reply(known["status"], known["body"])

    do_POST = do_PUT = do_DELETE = do_HEAD = do_GET

    def reply(self, status, text):
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, *_):
        pass


pages = http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Pages)
threading.Thread(target=pages.serve_forever, daemon=True).start()
serving.serve(address=f"http://127.0.0.1:{PORT}", token=TOKEN, status=STATUS)
