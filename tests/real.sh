#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# real.sh - reads the real files beside the project, where there are any:
#
#     real.sh PROGRAM ORACLE [DIRECTORY [FIGURES]]
#
# Every file is read or refused in words, never worse. Every figure of the UN
# Comtrade files is compared with what awk finds in them (real.awk). Layout, rows
# and months of each are held against real/expect.tsv, figures asked for against
# the commands of real/totals.tsv, which are run on the raw file (expect.py).
#
# ORACLE (tests/oracle) holds the models against all figures that R has on
# classic series: files of FIGURES, of which tests/data/oracles has an extract.
set -u
export LC_ALL=C

program=$1
oracle=$2
data=${3:-../shared/data}
figures=${4:-../shared/oracles}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

complain() {
    echo "check-real: $*" >&2
    failed=$((failed + 1))
}

if [ -d "$figures" ]; then
    "$oracle" "$figures" >"$work/oracle" 2>&1 || complain "R says otherwise"
    grep -E '^\[  FAILED|^ERROR' "$work/oracle"
    sed -n '/^oracle /,$p' "$work/oracle"
else
    echo "check-real: R's figures skipped, there is no $figures"
fi

if [ ! -d "$data" ]; then
    echo "check-real: skipped, there is no $data"
    exit $((failed > 0))
fi

# The figures with all partners: period and value, as given.
series() { # FILE REPORTER FLOW COMMODITY
    "$program" series "$1" -r "$2" -f "$3" -k "$4" --format csv \
        2>>"$work/words" | awk -F, 'NR > 1 { print $6 "\t" $7 }'
}

same() { # EXPECTED GOT: line by line, values to 12 digits
    paste "$1" "$2" | awk -F'\t' '
        { d = $2 - $4; if (d < 0) d = -d; m = $2 < 0 ? -$2 : $2 }
        NF != 4 || $1 != $3 || d > 1e-12 * m { bad = 1 }
        END { exit bad }'
}

compare() { # FILE
    awk -f tests/real.awk "$1" | sort >"$work/all"
    cut -f1-3 "$work/all" | sort -u >"$work/keys"
    while IFS=$'\t' read -r reporter flow commodity; do
        key="$reporter	$flow	$commodity	"
        awk -v k="$key" 'index($0, k) == 1 { print substr($0, length(k) + 1) }' \
            "$work/all" >"$work/group"
        cut -f2- "$work/group" | sort -k1,1 -k2,2g >"$work/expected"
        series "$1" "$reporter" "$flow" "$commodity" |
            sort -k1,1 -k2,2g >"$work/got"
        if ! same "$work/expected" "$work/got"; then
            complain "$1: $reporter $flow $commodity differs:" \
                "$(paste "$work/expected" "$work/got" | head -2 | tr '\t\n' ' ;')"
        fi
    done <"$work/keys"
    echo "  $(wc -l <"$work/all") figures: $1"
}

files=0
refused=0
while IFS= read -r file; do
    "$program" info "$file" >"$work/out" 2>"$work/err"
    status=$?
    files=$((files + 1))
    if [ $status -ne 0 ]; then
        refused=$((refused + 1))
        if [ $status -ne 2 ] && [ $status -ne 3 ] ||
            [ "$(wc -l <"$work/err")" -ne 1 ]; then
            complain "$file: exit $status: $(head -c 300 "$work/err")"
        fi
    fi
done < <(find "$data" -type f ! -name '*.md' | sort)
echo "check-real: $files files, $refused refused in one line"

# By the accelerator and by libcsv alone, whole and in small pieces: the same.
differ=0
while IFS= read -r file; do
    for way in '' --as-is; do
        # shellcheck disable=SC2086
        {
            "$program" series "$file" $way >"$work/on" 2>&1
            "$program" series "$file" $way --accelerator off >"$work/off" 2>&1
            "$program" series "$file" $way --threads 3 --chunk 300 >"$work/cut" 2>&1
        }
        if ! cmp -s "$work/on" "$work/off" || ! cmp -s "$work/on" "$work/cut"; then
            complain "$file: differs with the accelerator off ($way)"
            differ=$((differ + 1))
        fi
    done
done < <(find "$data" -type f ! -name '*.md' | sort)
echo "check-real: $differ of $files files differ with the accelerator off"

for file in "$data"/comtrade_v1_*/*.csv; do
    [ -e "$file" ] && compare "$file"
done
if command -v python3 >/dev/null; then
    python3 tests/real/expect.py "$program" "$data" || failed=$((failed + 1))
    python3 tests/real/top.py "$program" "$data" || failed=$((failed + 1))
else
    complain "python3 is needed to work out the control totals"
fi
[ $failed -eq 0 ] && echo "check-real: passed" || echo "check-real: $failed failed"
exit $((failed > 0))
