#!/bin/sh
# The browser tests drive the system's Chromium; install it where we may, else say how.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then
        exit 0
    fi
done

if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo"
else
    as_root="none"
fi
if [ "$as_root" = none ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "The browser tests need Chromium; install it (on Debian: apt-get install chromium), or run the others: make test ARGS='-m \"not browser\"'." >&2
    exit 1
fi

echo "Installing Chromium for the browser tests…"
log=$(mktemp)
# shellcheck disable=SC2086 - empty when we are root already
if ! { $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium; } >"$log" 2>&1 </dev/null; then
    tail -n 5 "$log" >&2
    echo "Chromium could not be installed; install it by hand, then try again." >&2
    exit 1
fi
rm -f "$log"
