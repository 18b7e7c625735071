#!/bin/sh
# The same answer however the figures come: another locale or time zone, from a
# pipe, with the rows shuffled, from two files. Compares the csv of each command
# byte for byte; prints one line a way. Uses `outturn` from PATH.
set -u
data=datasets/armenia-russia.csv
tmp=${TMP:-$(mktemp -d)}
pick="-r ARM -p RUS -f turnover --basis origin"
failed=0

# answer COMMAND FILES...: the csv of all commands over the files
answer() {
    outturn growth "$@" $pick --format csv &&
    outturn growth "$@" $pick -t 2024-01/2024-06 --as-of 2024-10-08 --format csv &&
    outturn series "$@" -r ARM -p RUS -f turnover,import --basis consignment &&
    outturn project "$@" $pick --as-of 2024-10-08 -t 2024 --target "14-16 bn" --format csv
    files=
    for f in "$@"; do files="$files -d $f"; done
    outturn check datasets/claims/kazan-2024.csv $files --date 2024-10-08 --basis origin --format csv
    [ $? = 1 ]
}

# same NAME: $tmp/got against $tmp/want
same() {
    if cmp -s "$tmp/got" "$tmp/want"; then
        echo "same: $1"
    else
        echo "differs: $1"
        diff "$tmp/want" "$tmp/got" | head -5
        failed=1
    fi
}

answer $data >"$tmp/want" || { echo "no answer"; exit 1; }
LC_ALL=de_DE.UTF-8 TZ=Pacific/Kiritimati
export LC_ALL TZ
answer $data >"$tmp/got"; same "German locale, another time zone"
unset LC_ALL TZ

awk 'NR == 1 {print; next} {print > "/dev/stderr"}' $data >"$tmp/head.csv" 2>"$tmp/rows"
{ cat "$tmp/head.csv"; awk '{print (NR * 7919) % 100003 "\t" $0}' "$tmp/rows" | sort -n | cut -f2-; } >"$tmp/shuffled.csv"
answer "$tmp/shuffled.csv" >"$tmp/got"; same "rows shuffled"

{ cat "$tmp/head.csv"; awk 'NR % 2' "$tmp/rows"; } >"$tmp/odd.csv"
{ cat "$tmp/head.csv"; awk 'NR % 2 == 0' "$tmp/rows"; } >"$tmp/even.csv"
answer "$tmp/odd.csv" "$tmp/even.csv" >"$tmp/got"; same "two files"

outturn growth - $pick --format csv <$data >"$tmp/got"
outturn growth $data $pick --format csv >"$tmp/want"; same "from a pipe"
exit $failed
