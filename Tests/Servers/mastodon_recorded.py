"""What a real Mastodon 4.7.3 answered: the exchanges recorded by Mastodon.py 2.3.3 (MIT), whose source package is fetched
once into .build and not kept in the project.

Prints, as JSON, one exchange after another: method, address, status, headers and body.
"""

import json
import pathlib
import subprocess
import sys
import tarfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".build" / "recorded-mastodon"
PACKAGE = "Mastodon.py==2.3.3"


def package():
    found = list(FOLDER.glob("*.tar.gz"))
    if not found:
        FOLDER.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "--dest", FOLDER,
             PACKAGE], check=True, stdout=sys.stderr)
        found = list(FOLDER.glob("*.tar.gz"))
    return found[0]


def main(names):
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    exchanges = []
    with tarfile.open(package()) as archive:
        for name in names:
            member = next(entry for entry in archive.getmembers() if entry.name.endswith(f"/cassettes/{name}.yaml"))
            for exchange in yaml.load(archive.extractfile(member), loader)["interactions"]:
                response = exchange["response"]
                body = response["body"].get("string") or ""
                exchanges.append({
                    "cassette": name, "method": exchange["request"]["method"], "address": exchange["request"]["uri"],
                    "status": response["status"]["code"],
                    "headers": {key: values[0] for key, values in response["headers"].items()},
                    "body": body if isinstance(body, str) else body.decode("utf-8", "replace"),
                })
    json.dump(exchanges, sys.stdout)


main(sys.argv[1:])
