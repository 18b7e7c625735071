#!/bin/sh
# The founding case from data to verdict, each command before its output. The
# check ends with exit status 1 (a stated figure does not hold); anything else
# that fails ends the demo.
set -eu
mkdir -p plots
data=datasets/armenia-russia.csv
pick="-r ARM -p RUS -f turnover --basis origin"

show() {
    printf '\n$ outturn'
    for word; do
        case $word in
        *[\ ,\;]*) printf ' "%s"' "$word" ;;
        *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n'
    build/outturn "$@"
}

show info $data
show growth $data $pick -t 2024-01/2024-06 --as-of 2024-10-08
show growth $data $pick -t 9M2024
show project $data $pick --as-of 2024-10-08 -t 2024 --target "14-16 bn"
status=0
show check datasets/claims/kazan-2024.csv -d $data --date 2024-10-08 || status=$?
[ $status = 1 ] || { echo "check ended with $status, not 1" >&2; exit 1; }
show chart race $data $pick -t 2024 --as-of 2024-10-08 --claim "14-16 bn" -o plots/race.png
echo
echo "Drawn: plots/race.png"
