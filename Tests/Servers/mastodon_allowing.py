"""How an application is allowed on a Mastodon server, by docs.joinmastodon.org (methods/apps, methods/oauth): it is made known,
whoever runs the account allows it on a page of the server, and the code that goes back counts once, for the same application,
address and verifier (RFC 7636, S256)."""

import base64
import hashlib
import html
import secrets
import time
import urllib.parse

apps = {}
codes = {}


def fields(body):
    return {key: values[0] for key, values in urllib.parse.parse_qs(body.decode()).items()}


def make_known(body):
    asks = fields(body)
    number = secrets.token_urlsafe(16)
    apps[number] = {**asks, "secret": secrets.token_urlsafe(16)}
    return 200, {
        "id": str(len(apps)), "name": asks["client_name"], "website": asks.get("website"),
        "scopes": asks["scopes"].split(), "redirect_uris": [asks["redirect_uris"]], "client_id": number,
        "client_secret": apps[number]["secret"], "client_secret_expires_at": 0}


def page(query):
    """Where whoever runs the account says yes."""
    asks = {key: values[0] for key, values in query.items()}
    app = apps.get(asks.get("client_id"))
    if app is None or asks["redirect_uri"] != app["redirect_uris"] or asks["code_challenge_method"] != "S256":
        return 400, b"This application is not known here"
    code = secrets.token_urlsafe(16)
    codes[code] = asks
    back = asks["redirect_uri"] + "?" + urllib.parse.urlencode({"code": code, "state": asks["state"]})
    asked = "".join(f"<li>{html.escape(each)}</li>" for each in asks["scope"].split())
    return 200, (
        f"<!doctype html><html lang='en'><title>Allow it</title><h1>{html.escape(app['client_name'])} asks</h1>"
        f"<ul>{asked}</ul><p><a href='{html.escape(back)}'>Authorise</a>").encode()


def give_token(body, token):
    asks = fields(body)
    began = codes.pop(asks.get("code"), None)
    app = apps.get(asks.get("client_id"), {})
    if app.get("secret") != asks.get("client_secret"):
        return 401, {"error": "invalid_client", "error_description": "Client authentication failed"}
    verified = base64.urlsafe_b64encode(hashlib.sha256(asks.get("code_verifier", "").encode()).digest()).decode()
    if (began is None or began["client_id"] != asks["client_id"] or began["redirect_uri"] != asks.get("redirect_uri")
            or began["code_challenge"] != verified.rstrip("=")):
        return 400, {"error": "invalid_grant", "error_description": "The provided authorization grant is invalid"}
    return 200, {
        "access_token": token, "token_type": "Bearer", "scope": began["scope"], "created_at": int(time.time())}
