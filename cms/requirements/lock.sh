#!/bin/sh
# Write the lock files: exact versions with hashes, for Python 3.11 and newer on every system.
# Each is made within the smaller one's versions, so that dev.txt holds what run.txt runs.
# UPGRADE=--upgrade moves to the newest that pyproject.toml allows.
set -eu
cd "$(dirname "$0")/../.."
command -v uv >/dev/null 2>&1 || { echo "Locking needs uv; install it: python3 -m pip install uv." >&2; exit 1; }

# A machine's own package folders or mirrors must not find their way into the files.
unset PIP_FIND_LINKS UV_FIND_LINKS PIP_INDEX_URL PIP_EXTRA_INDEX_URL

compile() {
    uv --no-config pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
        --no-emit-index-url --no-emit-find-links ${UPGRADE:-} "$@"
}

cd cms/requirements
project=../../pyproject.toml
compile $project --output-file run.txt
compile $project --extra postgres --extra redis --constraint run.txt --output-file server.txt
compile $project --extra postgres --extra redis --group "$project:dev" \
    --constraint server.txt --output-file dev.txt
compile --group "$project:vendor" --constraint dev.txt --output-file vendor.txt
