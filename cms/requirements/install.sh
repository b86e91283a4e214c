#!/bin/sh
# Make .venv and install one lock file into it, unless that is done already.
#
#   sh cms/requirements/install.sh run.txt|server.txt|dev.txt
#
# PYTHON=/path/to/python3.12 chooses the Python; needs no tool beyond Python itself.
set -eu
cd "$(dirname "$0")/../.."
lock=$1
locks=cms/requirements
installed=.venv/installed
log=.venv/install.log

refuse() {
    echo "$*" >&2
    exit 1
}

can_run_us() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if can_run_us "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    if [ -n "${PYTHON:-}" ]; then
        refuse "PYTHON is $PYTHON, which is not a Python of version 3.11 or newer; name another."
    fi
    refuse "Enfilade needs Python 3.11 or newer and found none; install one, or name it: make run PYTHON=/path/to/python3."
}

# The list of an installed lock is kept as a copy: a changed lock is then a different file.
if cmp -s "$locks/$lock" "$installed/$lock" && .venv/bin/python -c 'import django' 2>/dev/null; then
    exit 0
fi

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    echo "1/5 Making the Python environment in .venv…"
    "$python" -c 'import venv, ensurepip' 2>/dev/null ||
        refuse "This Python cannot make environments; on Debian or Ubuntu install python3-venv, then try again."
    rm -rf .venv
    "$python" -m venv .venv || refuse "The Python environment could not be made in .venv; is there space on the disk?"
fi

echo "2/5 Installing the libraries, about half a minute…"
rm -rf "$installed"
if ! .venv/bin/python -m pip install --require-hashes --disable-pip-version-check --no-input \
    --requirement "$locks/$lock" >"$log" 2>&1; then
    reason=$(sed -n 's/^ERROR: //p' "$log" | tail -n 1)
    refuse "The libraries could not be installed (${reason:-no reason given}); is there a network? All of it is in $log."
fi
mkdir "$installed"
case $lock in
run.txt) covered="run.txt" ;;
server.txt) covered="run.txt server.txt" ;;
# Each lock holds the smaller ones, at the same versions.
*) covered="run.txt server.txt dev.txt" ;;
esac
for name in $covered; do
    cp "$locks/$name" "$installed/$name"
done
