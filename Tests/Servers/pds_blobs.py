"""Pictures for arroba's server, which has no place for them: its own com.atproto.repo.uploadBlob answers “not implemented”,
and its com.atproto.sync.getBlob knows none but those of other servers.

It stands for the part “Blob Usage” of atproto.com/specs/blob with the lexicons com.atproto.repo.uploadBlob and
com.atproto.sync.getBlob: the bytes are kept as they came, under the CID of the raw bytes (version 1, sha-256); the answer is
a reference to them; a record may refer only to a blob that was uploaded, of the type and size that its reference says and
that the lexicon of app.bsky.embed.images takes; a blob to which no record refers any more is deleted. It keeps them in
memory.
"""

from arroba import server
from arroba.storage import MemoryStorage
from flask import Response, request
from lexrpc.base import XrpcError
from multiformats import CID, multihash

# https://atproto.com/specs/blob#security-considerations leaves it to the server; Bluesky's takes 5 MB where nothing is set
MOST = 5_000_000
# of app.bsky.embed.images
MOST_OF_A_PICTURE = 2_000_000
kept = {}


def refused(name, says):
    return XrpcError(says, name=name)


def upload(body):
    """Keeps the bytes, and gives the reference to them."""
    server.authenticate()
    if not body:
        raise refused("InvalidRequest", "Request encoding (Content-Encoding) or body missing")
    if len(body) > MOST:
        raise refused("BlobTooLarge", "Blob is too large")
    cid = CID("base32", 1, "raw", multihash.digest(body, "sha2-256"))
    kept[cid.encode("base32")] = (bytes(body), request.content_type or "application/octet-stream")
    return {"blob": {"$type": "blob", "ref": cid, "mimeType": kept[cid.encode("base32")][1], "size": len(body)}}


def get_blob():
    known = kept.get(request.args.get("cid"))
    if known is None:
        return {"error": "BlobNotFound", "message": "Blob not found"}, 400
    return Response(known[0], mimetype=known[1])


def blobs(value):
    """Every reference to a blob that stands in a record."""
    if isinstance(value, dict):
        if value.get("$type") == "blob":
            yield value
        for part in value.values():
            yield from blobs(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from blobs(part)


def named(blob):
    ref = blob["ref"]
    return ref.encode("base32") if isinstance(ref, CID) else str(ref)


def check(blob):
    body, kind = kept.get(named(blob), (None, None))
    if body is None:
        raise refused("BlobNotFound", f"Could not find blob: {named(blob)}")
    if blob["size"] != len(body):
        raise refused("InvalidSize", f"Referenced size does not match stored blob: {blob['size']}")
    if blob["mimeType"] != kind:
        raise refused("InvalidMimeType", f"Referenced mimeType does not match stored blob: {blob['mimeType']}")
    if not kind.startswith("image/"):
        raise refused("InvalidMimeType", f"Wrong type of file. It is {kind} but it must match image/*.")
    if len(body) > MOST_OF_A_PICTURE:
        raise refused("BlobTooLarge", f"This file is too large. It is {len(body)} B but the maximum is 2 MB.")


class Storage(MemoryStorage):
    """Records in memory, with what their references to blobs are held to."""

    def commit(self, repo, writes, repo_did=None):
        for write in writes if isinstance(writes, (list, tuple)) else [writes]:
            for blob in blobs(write.record):
                check(blob)
        done = super().commit(repo, writes, repo_did)
        if kept and repo.did:
            now = self.load_repo(repo.did)
            records = [self.read(entry.value).decoded for entry in now.mst.walk_leaves_from(key="app.bsky.")]
            held = {named(blob) for record in records for blob in blobs(record)}
            for cid in [cid for cid in referred if cid not in held]:
                kept.pop(cid, None)
                referred.discard(cid)
            referred.update(held)
        return done


# those to which a record refers: what was only uploaded waits for its record
referred = set()


def serve_blobs(app):
    """Puts both in the place of arroba's own."""
    server.server._methods["com.atproto.repo.uploadBlob"] = upload
    app.add_url_rule("/xrpc/com.atproto.sync.getBlob", "get-blob", get_blob)
