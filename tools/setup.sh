#!/bin/sh
# Usage: tools/setup.sh LOCK
# Makes .venv where it is missing, installs the pinned libraries of LOCK, then this project in place.
set -eu
lock=$1
venv=.venv
pip="$venv/bin/python -m pip --disable-pip-version-check --quiet"

# English where the environment asks for it, else French, as `archipel` does.
say() { # FRENCH ENGLISH
    case "${LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}" in
        en*) echo "$2" >&2 ;;
        *) echo "$1" >&2 ;;
    esac
}

is_suitable() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if is_suitable "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    say "Archipel demande Python 3.11 ou plus récent avec venv : installez-le, par exemple par « apt install python3 python3-venv »." \
        "Archipel needs Python 3.11 or later with venv: install it, for example with \"apt install python3 python3-venv\"."
    exit 1
}

if ! is_suitable "$venv/bin/python" || ! $pip --version >/dev/null 2>&1; then
    python=$(find_python)
    "$python" -m venv --clear "$venv"
fi

say "Installation des bibliothèques de $lock dans $venv (une seule fois, quelques minutes au plus)..." \
    "Installing the libraries of $lock in $venv (once, a few minutes at most)..."
# What builds comes first, pinned too: no step fetches anything that no lock names.
$pip install --require-hashes -r requirements-build.lock
$pip install --require-hashes --no-build-isolation -r "$lock"
$pip install --no-build-isolation --no-deps --editable .
