#!/bin/sh
# Make a virtual environment with a Python that is new enough, or say in a sentence what is missing.
#
#   sh tools/make_venv.sh FOLDER [PYTHON]
set -eu
folder=$1
wanted=${2:-}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

python=
for candidate in ${wanted:-python3.13 python3.12 python3.11 python3.14 python3 python}; do
    if new_enough "$candidate"; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    if [ -n "$wanted" ]; then
        echo "planmodel needs Python 3.11 or newer, and '$wanted' is not one." >&2
    else
        echo "planmodel needs Python 3.11 or newer, and none was found." >&2
        echo "Install one, or name it: make demo PYTHON=/path/to/python3" >&2
    fi
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    echo "'$python' cannot make virtual environments: its modules venv and ensurepip are missing." >&2
    echo "On Debian and Ubuntu: apt-get install python$version-venv" >&2
    exit 1
fi
echo "making $folder with $("$python" --version) ..."
"$python" -m venv --clear "$folder"
