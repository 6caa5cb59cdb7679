# Sourced by the commands in bin/: sets up what they need on a Debian 12 machine with Swift installed, and says so.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '==> %s\n' "$*"; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
        echo "This needs root or sudo to install: $*" >&2
        exit 1
    fi
}

# need_packages NAME...: installs the Debian packages that are missing.
need_packages() {
    local missing=()
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} = 0 ] && return
    say "Installing from Debian: ${missing[*]}"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o DPkg::Lock::Timeout=300 "${missing[@]}" >/dev/null
}

need_swift() {
    command -v swift >/dev/null || {
        echo "Swift 6.3 is needed and was not found on the PATH: https://www.swift.org/install/linux/" >&2
        exit 1
    }
    need_packages libsqlite3-dev libcurl4-openssl-dev libqrencode-dev libzip-dev libvips-dev \
        libavformat-dev libavcodec-dev libswscale-dev libavutil-dev pkg-config tzdata git
}

# need_python PACKAGE...: a virtual environment in .venv with these packages, at the versions of bin/python.txt.
need_python() {
    need_packages python3 python3-venv
    local wanted=bin/python.txt
    if [ ! -x .venv/bin/python ] || ! cmp -s "$wanted" .venv/installed.txt; then
        say "Installing Python tools into .venv"
        [ -x .venv/bin/python ] || /usr/bin/python3 -m venv .venv
        .venv/bin/pip install --quiet --disable-pip-version-check -r "$wanted"
        cp "$wanted" .venv/installed.txt
    fi
}

need_browser() {
    need_packages chromium fonts-liberation libvips-tools
    need_python
}

# The real servers of Tests/Servers: WordPress with its database, and what is in bin/python.txt.
need_servers() {
    need_packages wordpress mariadb-server php-cli php-mysql php-gd php-curl php-xml php-mbstring
    need_python
}
