#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# layouts.sh - holds what outturn makes of the files in tests/data/layouts against
# expect.tsv there: layout, rows, the account of the rows, and figures asked for
# ("growth" is about the ratio, "growth.value" about the value). Says which line
# failed, what was expected and what came; ends "N passed, N failed".
set -u
: "${PROGRAM:=$(pwd)/build/outturn}"
data=tests/data/layouts
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tab=$(printf '\t')
LC_ALL=C TZ=UTC
export LC_ALL TZ

# All that the program says, each answer under "@ LINE info" or "@ LINE ask".
grep -v '^#' "$data/expect.tsv" | sed 1d >"$work/lines"
number=0 seen=
while IFS=$tab read -r file options layout rows ask answer why; do
    number=$((number + 1))
    [ "$options" = - ] && options=
    if [ "$layout" = refused ] || [ "$seen" != "$file $options" ]; then
        echo "@ $number info"
        eval "\"\$PROGRAM\" info \"\$data/\$file\" $options --format json" 2>&1
        echo "exit $?"
    fi
    [ "$layout" = refused ] && continue
    seen="$file $options"
    echo "@ $number ask"
    command=${ask%% *}
    eval "\"\$PROGRAM\" ${command%%.*} \"\$data/\$file\" $options ${ask#* } \
        --format csv" 2>&1
    echo "exit $?"
done <"$work/lines" >"$work/said"

awk -F'\t' -f tests/layouts.awk "$work/lines" "$work/said"
