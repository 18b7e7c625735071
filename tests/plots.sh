#!/bin/sh
# Every picture of plots/, from datasets/ alone.
set -eu
mkdir -p plots
data=datasets/armenia-russia.csv
pick="-r ARM -p RUS -f turnover --basis origin"

for kind in png pdf svg; do
    build/outturn chart race $data $pick -t 2024 --as-of 2024-10-08 \
        --claim "14-16 bn" -o plots/race.$kind
done
build/outturn chart line $data -r ARM -p RUS -f export,import --basis origin \
    -o plots/line.png
