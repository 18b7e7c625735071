#!/bin/sh
# Runs tests/cli/NAME.cmd in the repository's root with `outturn` first in PATH and
# compares what it says, and its exit status, with NAME.out. PROGRAM is the
# program; TMP is a fresh folder for each case. Ends with "N passed, N failed".
set -u
: "${PROGRAM:=$(pwd)/build/outturn}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$PROGRAM" "$work/bin/outturn"
PATH="$work/bin:$PATH" LC_ALL=C TZ=UTC
export PATH LC_ALL TZ
passed=0 failed=0
for cmd in tests/cli/*.cmd; do
    name=$(basename "$cmd" .cmd)
    TMP="$work/tmp-$name"
    mkdir "$TMP"
    export TMP
    { sh "$cmd" 2>&1; echo "exit $?"; } >"$work/got"
    if cmp -s "$work/got" "tests/cli/$name.out"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $name"
        diff "tests/cli/$name.out" "$work/got" | head -20
    fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
