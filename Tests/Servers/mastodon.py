"""A server that answers over HTTP as a real Mastodon 4.7.3 answered when it was recorded (mastodon_recorded.py), with its
own address in the place of the recorded one.

The shape of every answer is a recorded one: test_instance (the server and its limits), test_verify_credentials (who signs
in), test_app_verify_credentials (by which application), test_timeline_disabled (401 where nobody does), test_media_post_file
(a picture), test_media_post_multiple (a post with pictures, and taking it down), test_media_post[False] (a file that is not
ready at once), test_status_edit (the words as they were written), test_status_empty (422 for a post of nothing) and
test_status_missing (404 for what is not there). Beside that it keeps, in memory, what docs.joinmastodon.org says of a post's
life (methods/media, methods/statuses, methods/accounts#statuses): files with their descriptions, posts with at most as many
of them as the server's limits say, one post for an Idempotency-Key, and `delete_media`. How it is allowed to post there is
in mastodon_allowing.

Prints its address, the token that signs in and the number of the first post; /asked says what it was asked.
"""

import copy
import datetime
import email
import html
import http.server
import json
import pathlib
import secrets
import subprocess
import sys
import threading
import urllib.parse

import mastodon_allowing as allowing
import serving

RECORDED = "localhost:3000"
NAMES = ["test_instance", "test_verify_credentials", "test_app_verify_credentials", "test_timeline_disabled",
         "test_media_post_file", "test_media_post_multiple", "test_media_post[False]", "test_status_edit",
         "test_status_empty", "test_status_missing"]
TOKEN = secrets.token_urlsafe(16)
PORT = serving.free_port()

printed = subprocess.run(
    [sys.executable, pathlib.Path(__file__).with_name("mastodon_recorded.py"), *NAMES], check=True,
    stdout=subprocess.PIPE).stdout
recorded = json.loads(printed.decode().replace(RECORDED, f"127.0.0.1:{PORT}"))


def exchange(cassette, method, path, status=200):
    """The status and the body of one."""
    found = next(
        each for each in recorded
        if each["cassette"] == cassette and each["method"] == method and each["status"] == status
        and path in each["address"])
    return found["status"], json.loads(found["body"])


INSTANCE = exchange("test_instance", "GET", "/api/v2/instance")
ME = exchange("test_verify_credentials", "GET", "/api/v1/accounts/verify_credentials")
PICTURE = exchange("test_media_post_file", "POST", "/api/v2/media")[1]
NOT_READY = exchange("test_media_post[False]", "POST", "/api/v2/media", 202)
SENT = exchange("test_media_post_multiple", "POST", "/api/v1/statuses")[1]
ENDED = exchange("test_media_post_multiple", "DELETE", "/api/v1/statuses")[1]
SOURCE = exchange("test_status_edit", "GET", "/source")[1]
MISSING = exchange("test_status_missing", "GET", "/api/v1/statuses", 404)
NOBODY = exchange("test_timeline_disabled", "GET", "/api", 401)
EMPTY = exchange("test_status_empty", "POST", "/api/v1/statuses", 422)
KNOWN = {
    "/api/v2/instance": INSTANCE, "/api/v1/accounts/verify_credentials": ME,
    "/api/v1/apps/verify_credentials": exchange("test_app_verify_credentials", "GET", "/api/v1/apps/verify_credentials"),
}
MOST = INSTANCE[1]["configuration"]["statuses"]["max_media_attachments"]

asked = []
media = {}
posts = {}
by_key = {}


def now():
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def upload(headers, body):
    """A picture is answered for at once on a real server, and a film when it is ready; here each is looked at once more."""
    kind = headers.get("Content-Type", "")
    parts = email.message_from_bytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body).get_payload()
    named = {each.get_param("name", header="content-disposition"): each for each in parts}
    number = str(int(PICTURE["id"]) + len(media))
    there = copy.deepcopy(PICTURE)
    there.update(
        id=number, description=named["description"].get_payload(decode=True).decode(),
        url=f"http://127.0.0.1:{PORT}/system/media_attachments/files/{number}/original")
    media[number] = (there, named["file"].get_content_type(), named["file"].get_payload(decode=True))
    return NOT_READY[0], {**there, "url": None}


def send(headers, body):
    asks = json.loads(body)
    chosen = asks.get("media_ids") or []
    if not asks.get("status") and not chosen or len(chosen) > MOST:
        return EMPTY
    key = headers.get("Idempotency-Key")
    if key in by_key:
        return 200, by_key[key]
    number = str(int(SENT["id"]) + len(by_key))
    post = copy.deepcopy(SENT)
    post.update(
        id=number, created_at=now(), content="<p>" + html.escape(asks.get("status", "")) + "</p>",
        uri=SENT["uri"].replace(SENT["id"], number), url=SENT["url"].replace(SENT["id"], number),
        media_attachments=[media[each][0] for each in chosen])
    posts[number] = {"post": post, "text": asks.get("status", "")}
    by_key[key or number] = post
    return 200, post


def end(number, query):
    ended = posts.pop(number)
    if query.get("delete_media") == ["true"]:
        for each in ended["post"]["media_attachments"]:
            media.pop(each["id"], None)
    return 200, {**ENDED, "id": number, "text": ended["text"]}


def listed(query):
    """Newest first; a page of them ends below `max_id`."""
    newest = sorted(posts, key=int, reverse=True)
    below = int(query["max_id"][0]) if "max_id" in query else None
    limit = int(query.get("limit", ["20"])[0])
    return 200, [posts[each]["post"] for each in newest if below is None or int(each) < below][:limit]


def answer(method, path, query, headers, body):
    if (method, path) == ("POST", "/api/v1/apps"):
        return allowing.make_known(body)
    if (method, path) == ("POST", "/oauth/token"):
        return allowing.give_token(body, TOKEN)
    if path.startswith("/api/v1/") and headers.get("Authorization") != f"Bearer {TOKEN}":
        return NOBODY
    last = path.rpartition("/")[2]
    match method, path:
        case "POST", "/api/v2/media":
            return upload(headers, body)
        case "POST", "/api/v1/statuses":
            return send(headers, body)
        case "GET", _ if path in KNOWN:
            return KNOWN[path]
        case "GET", _ if path == f"/api/v1/accounts/{ME[1]['id']}/statuses":
            return listed(query)
        case "GET", _ if path == f"/api/v1/media/{last}" and last in media:
            return 200, media[last][0]
        case "GET", _ if path == f"/api/v1/statuses/{last}" and last in posts:
            return 200, posts[last]["post"]
        case "GET", _ if (number := path.split("/")[-2]) in posts and last == "source":
            return 200, {**SOURCE, "id": number, "text": posts[number]["text"]}
        case "DELETE", _ if path == f"/api/v1/statuses/{last}" and last in posts:
            return end(last, query)
    return MISSING


class Pages(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path, _, query = self.path.partition("?")
        path = path.rstrip("/")
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if path == "/asked":
            return self.reply(200, json.dumps(asked).encode())
        if path == "/oauth/authorize":
            status, data = allowing.page(urllib.parse.parse_qs(query))
            return self.reply(status, data, "text/html; charset=utf-8")
        if path.startswith("/system/"):
            _, kind, data = media.get(path.split("/")[-2], (None, "text/plain", b""))
            return self.reply(200 if data else 404, data, kind)
        asked.append({
            "method": self.command, "path": path, "type": self.headers.get("Content-Type", ""),
            "key": self.headers.get("Idempotency-Key", ""), "body": body.decode("utf-8", "replace")})
        status, answered = answer(self.command, path, urllib.parse.parse_qs(query), self.headers, body)
        self.reply(status, json.dumps(answered).encode())

    do_POST = do_PUT = do_DELETE = do_HEAD = do_GET

    def reply(self, status, data, kind="application/json; charset=utf-8"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, *_):
        pass


pages = http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Pages)
threading.Thread(target=pages.serve_forever, daemon=True).start()
serving.serve(
    address=f"http://127.0.0.1:{PORT}", token=TOKEN, status=SENT["id"],
    handle=f"@{ME[1]['username']}@127.0.0.1:{PORT}")
