#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# bench.sh - what reading costs, in alternating runs on invented files:
#
#     bench.sh speed     three jobs, against DuckDB and the speed of memory
#     bench.sh memory    a big file and a pipe, and as many keys as rows
#
# J1 picks one pair of countries out of a Comtrade file, J2 sums all of it by
# pair, flow and month, J3 a BACI file by pair and year. Times are medians of
# whole processes, DuckDB's net of what it takes on 1,000 rows; memory is the
# most of any run. "of limit" is the time in which the bytes can be read and
# looked at at all, over ours (gz: unpacked, in one thread). Fails when an answer
# is not DuckDB's.
#
# PROGRAM is the program, TOOLS where tests/bench was built. BENCHMB: size of the
# Comtrade file, BACI has half. ROUNDS, OFFROUNDS (accelerator off), THREADS.
# BENCHGEN: source of a generator of the same usage that is used instead of ours,
# or "own"; unset: the one beside the project, where there is one.
set -u
: "${PROGRAM:=build/outturn}" "${TOOLS:=build/plain/bench}"
: "${BENCHMB:=1000}" "${ROUNDS:=5}" "${OFFROUNDS:=1}" "${THREADS:=2}"
: "${BENCHGEN:=../shared/bench/gen-trade-csv.c}"
: "${DUCKDB:=1.5.6-r.1}"
work=build/bench
home=$work/node
NODE_PATH=$home/node_modules
export NODE_PATH
LC_ALL=C
export LC_ALL
mkdir -p $work

die() { echo "bench: $*" >&2; exit 1; }

# ---- files -------------------------------------------------------------------

# make_file FILE COMMAND...: unless it is there; the stamp says what made it
make_file() {
    file=$1 stamp=$1.by
    shift
    made="$* $(cksum <"$1")"
    if [ -s "$file" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$made" ]; then
        return
    fi
    rm -f "$stamp" "$file.gz"
    "$@" 2>"$work/said" || die "$(cat "$work/said")"
    echo "$made" >"$stamp"
}

make_packed() {
    [ -s "$1.gz" ] && return
    { gzip -6 -c "$1" >"$1.part" && mv "$1.part" "$1.gz"; } || die "no $1.gz"
}

compile() { ${CC:-cc} -O2 -w "$1" -lm -o "$2"; }

find_generator() {
    generator=$TOOLS/gen_trade
    if [ -f "$BENCHGEN" ]; then
        generator=$work/gen_other
        compile "$BENCHGEN" $generator || die "$BENCHGEN does not build"
        echo "files by $BENCHGEN"
    fi
}

size_of() { wc -c <"$1" | awk '{printf "%.2f GB", $1 / 1e9}'; }

# ---- DuckDB -------------------------------------------------------------------

# Whether it is there; else why it is not, in $why.
find_duckdb() {
    for tool in node npm; do
        command -v $tool >/dev/null 2>&1 || { why="there is no $tool"; return 1; }
    done
    [ -d $home/node_modules/@duckdb/node-api ] && return
    mkdir -p $home
    npm install --silent --no-audit --no-fund --prefix $home \
        "@duckdb/node-api@$DUCKDB" >"$work/said" 2>&1 && return
    rm -rf $home
    why="@duckdb/node-api could not be fetched"
    return 1
}

# ---- speed --------------------------------------------------------------------

ask() { # JOB FILE: the command line
    case $1 in
    J1) echo "$PROGRAM series $2 -q --as-is -r ARM -p RUS -k TOTAL --by period,flow --format csv" ;;
    J2) echo "$PROGRAM series $2 -q --as-is --by reporter,partner,flow,period --format csv" ;;
    J3) echo "$PROGRAM series $2 -q --as-is --by period,reporter,partner --format csv" ;;
    esac
}

compare() { # JOB FILE
    $(ask "$1" "$2") --threads "$THREADS" >"$work/ours.csv" || die "failed: $(ask "$1" "$2")"
    [ "$duckdb" = yes ] || return 0
    node tests/bench/duckdb.mjs compare "$1" "$2" "$work/ours.csv" || wrong=$((wrong + 1))
}

# row NAME JOB FILE: measures a line of the table
row() {
    ours="$(ask "$2" "$3") --threads $THREADS"
    set -- "$1" "$2" "$3" "$ours" "$TOOLS/limit $3 $THREADS"
    if [ "$duckdb" = yes ]; then
        duck="node tests/bench/duckdb.mjs run $2"
        set -- "$@" "$duck $3 $THREADS $work/duck.csv" "$duck $work/start-$2.csv $THREADS $work/duck.csv"
    fi
    name=$1
    shift 3
    "$TOOLS/alternate" -t "$ROUNDS" "$@" >"$work/times" || die "$name was not measured"
    "$TOOLS/alternate" -t "$OFFROUNDS" "$ours --accelerator off" >"$work/off" ||
        die "$name was not measured"
    { echo "$name"; cat "$work/times" "$work/off"; } | tr '\n' '\t' >>"$work/rows"
    echo >>"$work/rows"
}

# A line of rows: the name, then wall, CPU and MB of ours, of the limit, of DuckDB
# and its start-up where it is there, and of ours without the accelerator.
table() {
    awk -F'\t' '
        function cell(i) {
            return i == 0 ? sprintf("%25s", "-") : sprintf("%7.3f %7.3f %6.0f MB", $i, $(i + 1), $(i + 2))
        }
        BEGIN {
            printf "%-10s %25s %25s %25s %8s %8s %6s %6s %8s\n", "", "outturn", "accelerator off",
                "DuckDB", "start-up", "limit", "ratio", "CPU", "of limit"
        }
        {
            duck = NF > 12 ? 8 : 0
            start = duck ? sprintf("%8.3f", $11) : "-"
            wall = duck ? sprintf("%.1f x", ($8 - $11) / $2) : "-"
            cpu = duck ? sprintf("%.1f x", ($9 - $12) / $3) : "-"
            printf "%-10s %s %s %s %8s %8.3f %6s %6s %6.0f %%\n", $1, cell(2),
                cell(duck ? 14 : 8), cell(duck), start, $5, wall, cpu, 100 * $5 / $2
        }' "$work/rows"
}

speed() {
    wrong=0 duckdb=no
    find_generator
    make_file $work/comtrade.csv "$generator" comtrade $work/comtrade.csv "$((BENCHMB * 1000000))"
    make_file $work/baci.csv "$generator" baci $work/baci.csv "$((BENCHMB * 500000))"
    make_packed $work/comtrade.csv
    echo "comtrade.csv $(size_of $work/comtrade.csv), packed $(size_of $work/comtrade.csv.gz); baci.csv $(size_of $work/baci.csv)"
    if find_duckdb; then
        duckdb=yes
        for job in J1 J2; do head -n 1001 $work/comtrade.csv >$work/start-$job.csv; done
        head -n 1001 $work/baci.csv >$work/start-J3.csv
    else
        echo "DuckDB: skipped, $why; no answer is compared"
    fi
    compare J1 $work/comtrade.csv
    compare J2 $work/comtrade.csv
    compare J3 $work/baci.csv
    compare J2 $work/comtrade.csv.gz
    : >"$work/rows"
    row "J1 pick" J1 $work/comtrade.csv
    row "J2 sum" J2 $work/comtrade.csv
    row "J3 BACI" J3 $work/baci.csv
    row "J2 sum, gz" J2 $work/comtrade.csv.gz
    echo
    echo "$THREADS threads, seconds of wall and CPU time and MB: medians of $ROUNDS alternating runs (accelerator"
    echo "off: $OFFROUNDS); ratio: DuckDB net of start-up to outturn, in wall and in CPU time"
    table
    echo
    echo "info of a download that is quoted throughout, against bare libcsv:"
    make_file $work/download.csv "$TOOLS/gen_comtrade" "$((BENCHMB * 100000))" $work/download.csv
    "$TOOLS/alternate" "$ROUNDS" "$TOOLS/bare_csv $work/download.csv" \
        "$TOOLS/our_csv $work/download.csv" "$PROGRAM info $work/download.csv"
    [ $wrong = 0 ] || die "$wrong answers are not DuckDB's"
}

# ---- memory -------------------------------------------------------------------

# most NAME COMMAND: prints time and the most memory; sets $mb
most() {
    line=$("$TOOLS/alternate" -t 1 "$2") || die "failed: $2"
    mb=$(echo "$line" | cut -f3)
    echo "$line" | awk -v name="$1" '{printf "%-34s %8.2f s %8.1f MB\n", name, $1, $3}'
}

# per_key KEYS THREADS MB BASE
per_key() {
    awk -v n="$1" -v t="$2" -v mb="$3" -v base="$4" 'BEGIN {
        printf "%-34s %8.1f bytes a key, %.1f a key and thread\n", "",
            (mb - base) * 1048576 / n, (mb - base) * 1048576 / n / t}'
}

memory() {
    : "${BENCHKEYS:=10000000}"
    big=$work/big.csv
    make_file $big "$TOOLS/gen_trade" comtrade $big "$((BENCHMB * 3000000))"
    by="--as-is --by reporter,partner,flow,period --format csv --threads $THREADS"
    most "$(size_of $big) from a file" "$PROGRAM series $big -q $by"
    most "$(size_of $big) from a pipe" "cat $big | $PROGRAM series - -q $by"
    by="--as-is --by reporter,partner,flow,commodity,period --format csv"
    make_file $work/keys.csv "$TOOLS/gen_trade" keys $work/keys.csv "$BENCHKEYS"
    head -n 1001 $work/keys.csv >$work/few.csv
    for threads in 1 2 4; do
        most "1,000 keys, threads: $threads" "$PROGRAM series $work/few.csv -q $by --threads $threads"
        base=$mb
        most "$BENCHKEYS keys, threads: $threads" "$PROGRAM series $work/keys.csv -q $by --threads $threads"
        per_key "$BENCHKEYS" $threads "$mb" "$base"
    done
}

case ${1:-} in
speed | memory) "$1" ;;
*) echo "usage: bench.sh speed|memory" >&2; exit 2 ;;
esac
