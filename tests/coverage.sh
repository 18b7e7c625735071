#!/bin/sh
# Lines of src/ that the tests reached, by file, from a coverage build in $1.
set -u
find "$1/src" -name '*.gcda' | sort | while read -r data; do
    gcov -n -o "$(dirname "$data")" "$data" 2>/dev/null
done | awk -F"'" '/^File .*src\// {file = $2}
    /^Lines executed/ && file != "" {
        split($0, part, /[:%]/); split($0, of, / of /)
        printf "%6.1f %% of %4d  %s\n", part[2], of[2], file
        lines += of[2]; reached += part[2] * of[2] / 100; file = ""}
    END {printf "%6.1f %% of %d lines in all\n", 100 * reached / lines, lines}' |
    sort -k5 -u
