#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# threads.sh - the same bytes, words and exit status from any number of threads
# and any size of chunk, with the accelerator and without, from a file, a pipe
# and gzip: over everything that may stand across the border of two chunks.
#
#     threads.sh [all]     all: every way of every file, which takes minutes
#
# PROGRAM is the program. Ends with "N passed, N failed".
set -u
: "${PROGRAM:=$(pwd)/build/outturn}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
LC_ALL=C TZ=UTC
export LC_ALL TZ
passed=0 failed=0
file=$work/in.csv

# A way: threads/chunk; no chunk: the program's own; off: no accelerator.
# `ways` are for the file itself, `others` for each kind of the same file.
ways="4/64 3/" others="3/64" kinds="pipe gz"
if [ "${1:-}" = all ]; then
    ways="1/64 1/4096 1/ 2/64 2/4096 2/ 3/64 3/4096 3/ 4/64 4/4096 4/
        2/65 3/67 4/101 2/1024 off1/64 off2/4096 off4/"
    others="1/ 2/4096 3/64 4/101 off2/64" kinds="pipe gz begun gzpipe"
fi

# ---- asking ------------------------------------------------------------------

run() { # KIND OPTION...
    kind=$1
    shift
    case $kind in
    file) "$PROGRAM" series "$file" "$@" ;;
    gz) "$PROGRAM" series "$file.gz" "$@" ;;
    pipe) head -c 100000000 "$file" | "$PROGRAM" series - "$@" ;;
    gzpipe) head -c 100000000 "$file.gz" | "$PROGRAM" series - "$@" ;;
    # A file as standard input, of which a line was read already.
    begun) { read -r _ && "$PROGRAM" series - "$@"; } <"$work/begun" ;;
    esac
}

# ask KIND WAY OPTION...: what it says and the exit status in $work/out, whatever
# the input is called
ask() {
    from=$1 way=$2
    shift 2
    case $way in
    off*) set -- "$@" --accelerator off ;;
    esac
    way=${way#off}
    [ -n "${way#*/}" ] && set -- "$@" --chunk "${way#*/}"
    run "$from" "$@" --as-is --format csv --threads "${way%/*}" >"$work/out" 2>"$work/err"
    status=$?
    sed "s:$file.gz:IN:g; s:$file:IN:g; s:standard input:IN:g" "$work/err" >>"$work/out"
    echo "exit $status" >>"$work/out"
}

# alike NAME KIND WAYS OPTION...: all ways against $work/want
alike() {
    name="$1, $2" from=$2 these=$3
    shift 3
    for it in $these; do
        ask "$from" "$it" "$@"
        if cmp -s "$work/out" "$work/want"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "FAILED: $name, $it $*"
            diff "$work/want" "$work/out" | head -n 8 | cut -c1-200
        fi
    done
}

# same NAME STATUS [OPTION...]: all ways of $file against one thread without the
# accelerator, which is to end with STATUS
same() {
    what=$1 want=$2
    shift 2
    case " $* " in
    *" --by "*) ;;
    *) set -- --by reporter,partner,flow,period "$@" ;;
    esac
    ask file off1/ "$@"
    mv "$work/out" "$work/want"
    if [ "$status" = "$want" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $what: exit $status instead of $want $*"
        tail -n 3 "$work/want" | cut -c1-200
    fi
    alike "$what" file "$ways" "$@"
    [ "$also" = yes ] || return 0
    for kind in $kinds; do
        alike "$what" "$kind" "$others" "$@"
    done
}
also=no

# everywhere NAME STATUS [OPTION...]: the same, and packed, piped, and begun
everywhere() {
    gzip -c "$file" >"$file.gz"
    { echo "not of the file"; cat "$file"; } >"$work/begun"
    also=yes
    same "$@"
    also=no
}

# ---- files -------------------------------------------------------------------

header="reporter,partner,flow,commodity,period,value,unit,remark"

# rows FROM N: rows of figures that are all different, one line each
rows() {
    awk -v from="$1" -v n="$2" 'BEGIN {
        split("RUS USA DEU GEO IRN", partner)
        for (i = from; i < from + n; i++)
            printf "ARM,%s,%s,%04d,%d-%02d,%d.%d,USD,%s\n", partner[i % 5 + 1],
                i % 3 ? "export" : "import", 101 + int(i / 200), 2010 + i % 7, i % 12 + 1,
                (i * 7919) % 100003, i % 10, i % 4 ? "" : "\"no, " i " it is\""}'
}

# around TEXT: in printf's manner, between forty rows and forty
around() {
    echo "$header"
    rows 0 40
    # shellcheck disable=SC2059
    printf "$1"
    rows 40 40
}

# ---- fields and lines ----------------------------------------------------------

around '' >"$file"
everywhere "plain rows" 0

{
    around 'ARM,"Russian\nFederation",export,TOTAL,2024-01,1,USD,\n'
    for n in 1 2 3 5 30 63 64 65 200 5000; do
        printf 'ARM,RUS,export,TOTAL,2024-%02d,%d,USD,"' $((n % 12 + 1)) $n
        awk -v n=$n 'BEGIN {for (i = 0; i < n; i++) printf i % 3 ? "x" : "\n"}'
        printf '"\n'
    done
    # Lines that are a record of their own, were they not in a field.
    printf 'ARM,RUS,import,TOTAL,2024-01,1,USD,"\n'
    rows 0 30
    rows 0 1 | tr -d '"'
    printf '"\n'
    rows 80 10
} | sed 's/""no/"no/' >"$file"
everywhere "ends of lines in fields" 0 --lenient

around 'ARM,"Russian\r\nFederation",export,TOTAL,2024-01,1,USD,"a ""b"", c\n\n""\nd"\n"ARM",RUS,export,TOTAL,2024-02,1,USD,""\n"ARM","RUS","export","TOTAL","2024-02","1,000.5","USD",""""\n' >"$file"
everywhere "quotes in quotes" 0

around 'ARM,"RUS,export,TOTAL,2024-01,1,USD,\n' >"$file"
same "a quote without end" 3
same "a quote without end" 0 --lenient
around 'ARM,RUS,export,TOTAL,2024-01,1,USD,"\n' >"$file"
same "a quote without end in the last field" 0 --lenient
{ around ''; printf 'ARM,RUS,export,TOTAL,2024-01,1,USD,"'; } >"$file"
same "a quote as the last byte" 0 --lenient
{ around 'ARM,"RUS,export,TOTAL,2024-01,1,USD,\n'; around 'ARM,RUS",export,TOTAL,2024-02,1,USD,\n' | sed 1d; } >"$file"
everywhere "two quotes far from each other" 0 --lenient

around 'ARM,"RUS"x,export,TOTAL,2024-01,1,USD,\nARM,RUS,export,TOTAL,2024-01,1,USD,"a" b, c"\n' >"$file"
same "text after a quote" 3
everywhere "text after a quote" 0 --lenient

around 'ARM,RUS,export,TOTAL,2024-01,1,USD,5" pipes\nARM,RUS,export,TOTAL,2024-01,1,USD,a"\nARM,RUS,export,TOTAL,2024-01,1,USD,a""b\n' >"$file"
same "quotes within a field" 0

around ' ARM , RUS\t,\texport,TOTAL , 2024-01 , 1 ,USD , x \nARM, "RUS" ,export,TOTAL,2024-01,"  1 ",USD,\n  "ARM",RUS,export,TOTAL,2024-01,1,USD,""  \n' >"$file"
everywhere "blanks around fields" 0

around '' | sed 's/$/\r/' >"$file"
everywhere "CRLF" 0
around 'ARM,"Russian\r\nFederation",export,TOTAL,2024-01,1,USD,\n' | tr '\n' '\r' >"$file"
everywhere "CR" 0
around '\r\nARM,RUS,export,TOTAL,2024-01,1,USD,\r\rARM,RUS,export,TOTAL,2024-01,1,USD,\n\r\nARM,RUS,export,TOTAL,2024-01,1,USD,"\r"\r\r\n' >"$file"
everywhere "all ends of lines" 0

around '\n\n   \n\t\nARM,RUS,export,TOTAL,2024-01,1.x,USD,\n\n' | sed 's/,DEU,/\n&/' >"$file"
same "blank lines and cut lines" 3
{ printf '\n\n'; around '\n\n   \n\t\n\n'; printf '\n\n\n  \n'; } >"$file"
everywhere "blank lines" 0

around 'ARM,RUS,export,TOTAL,2024-01,1,USD\nARM,RUS,export,TOTAL,2024-01,1\nARM,RUS,export\nARM\n' >"$file"
same "short records" 3
everywhere "short records" 0 --lenient
around 'ARM,RUS,export,TOTAL,2024-01,1,USD,,\nARM,RUS,export,TOTAL,2024-01,1,USD,a,b,c\n,,,,,,,,,,,,\n,,,,,,,\n' >"$file"
same "long records" 3
same "long records" 0 --lenient

{ printf '\357\273\277'; around ''; } >"$file"
everywhere "a byte order mark" 0
{ printf '\357\273\277"reporter"'; around '' | sed '1s/^reporter//'; } >"$file"
same "a byte order mark and a quote" 0

{ around ''; printf 'ARM,RUS,export,TOTAL,2024-01,17.5,USD,'; } >"$file"
everywhere "a last line without end" 0
{ around ''; printf 'ARM,RUS,export,TOTAL,2024-01,17.5,USD,"a\nb"'; } >"$file"
same "a last line without end that is two" 0
{ around ''; printf 'ARM,RUS,export,TOTAL,2024-01,17'; } >"$file"
same "a last line cut short" 0 --lenient
around '' | sed 's/"[^"]*"//; s/\.\([0-9]*,USD\)/_\1/' | tr ',_' ';,' >"$file"
same "semicolons" 0 --decimal comma
around '' | sed 's/"[^"]*"//' | tr ',' '\t' >"$file"
same "tabs" 0

# ---- figures and words ---------------------------------------------------------

{
    around ''
    i=0
    for v in 0 00 -0 007.50 +5 .5 5. -3.25 5- 1e5 1E+3 2.5e-3 NA .. - '' '""' \
        '" 5 "' '"1,234,567.8"' '"1 234"' 123456789012345.123 99999999999999999 \
        0.123456789 0.1234567891 1.000000000000000000 9007199254740993; do
        i=$((i + 1))
        echo "ARM,RUS,export,TOTAL,$((2000 + i)),$v,USD,"
    done
} >"$file"
everywhere "ways to write a figure" 0
for v in abc 1.2.3 5e 1e400 0x10 12345678901234567890 1_000 '1\0002'; do
    around "ARM,RUS,export,TOTAL,2024-01,$v,USD,\n" >"$file"
    same "'$v' for a figure" 3
done
{ around 'ARM,RUS,export,TOTAL,2024-01,first,USD,\n'; rows 80 500; echo 'ARM,RUS,export,TOTAL,2024-01,last,USD,'; } >"$file"
everywhere "two bad figures" 3
everywhere "two bad figures" 0 --lenient
{ around 'ARM,RUS,smuggling,TOTAL,2024-01,1,USD,\n'; echo 'ARM,RUS,export,TOTAL,2024-13,1,USD,'; } >"$file"
same "unknown flow, then period" 3
{ around 'ARM,RUS,export,TOTAL,2024-13,1,USD,\n'; echo 'ARM,RUS,smuggling,TOTAL,2024-01,1,USD,'; } >"$file"
same "unknown period, then flow" 3
same "unknown period, then flow" 0 --lenient
{ around 'ARM,Nowhere,export,TOTAL,2024-01,1,USD,\nArmenia,Russia,Exports,TOTAL,2024M01,1,USD,\n'; echo 'ARM,Elsewhere,X,TOTAL,202401,1,USD,'; } >"$file"
same "names and areas that nobody knows" 0
around 'ARM,RUS,export,TOTAL,2024-01,1,EUR,\nARM,RUS,export,TOTAL,2024-01,1,USD thousand,\nARM,RUS,export,TOTAL,2024-01,7,kg,\n' >"$file"
same "several units" 0
around 'ARM,C\364te d\047Ivoire,export,TOTAL,2024-01,1,USD,\303\n' >"$file"
same "bytes that are not UTF-8" 0

# ---- whole files -----------------------------------------------------------------

: >"$file"
same "an empty file" 3
echo "$header" >"$file"
everywhere "a header alone" 3
printf '%s' "$header" >"$file"
same "a header without end" 3
printf '\n\n  \n' >"$file"
same "blank lines alone" 3
around 'ARM,RUS,export\000,TOTAL,2024-01,1,USD,\n' >"$file"
same "NUL" 3
{ echo "$header"; rows 0 3000; printf 'ARM,RUS,export,TOTAL,2024-01,1,USD,a\000b\n'; rows 0 3000; } >"$file"
everywhere "NUL in the middle" 3
{ echo "$header"; rows 0 3000; printf 'ARM,RUS,export,TOTAL,2024-01,1x,USD,\n'; rows 0 3000; printf '\000'; } >"$file"
same "a bad figure, then NUL" 3
{ echo "$header"; rows 0 3000; printf '\000'; rows 0 3000; printf 'ARM,RUS,export,TOTAL,2024-01,1x,USD,\n'; } >"$file"
same "NUL, then a bad figure" 3
{ around ''; printf 'ARM,RUS,export,TOTAL,2024-01,1,USD,"'; awk 'BEGIN {for (i = 0; i < 100000; i++) printf "long, "}'; printf '"\n'; rows 80 9; } >"$file"
everywhere "a line longer than many chunks" 0

# Two million bytes: more than one chunk of any size, traps far apart.
{
    echo "$header"
    for part in 0 1 2 3 4 5; do
        rows $((part * 8000)) 8000
        printf 'ARM,RUS,export,TOTAL,2024-0%d,%d.5,USD,"\n\n,""\n"\n\r\n' $((part + 1)) $part
        [ $part = 3 ] && printf 'ARM,"RUS,export,TOTAL,2024-01,1,USD,\nARM,RUS,export,TOTAL,2024-01,bad,USD,\n'
    done
} >"$file"
everywhere "a big file" 3
everywhere "a big file" 0 --lenient
same "a big file by a few" 0 --lenient -r ARM -p RUS -k TOTAL --by period,flow
same "a big file by all there is" 0 --lenient --by reporter,partner,flow,commodity,period
rows 0 40000 | { echo "$header"; sort -t, -k2,2 -k5,5; } >"$file"
same "a big file whose keys repeat" 0
gzip -c "$file" | head -c 100000 >"$file.gz"
ask gz off1/ --by reporter,partner,flow,period
mv "$work/out" "$work/want"
alike "gzip that is cut" gz "$ways" --by reporter,partner,flow,period

{
    echo "t,i,j,k,v,q"
    awk 'BEGIN {for (i = 0; i < 3000; i++) printf "%d,51,%d,%06d,%d.%03d,%s\n", 2019 + int(i / 1000),
        i % 1000 < 500 ? 268 : 643, 10121 + i % 500, i * 37 % 1009, i % 1000, i % 7 ? "     " i ".000" : "NA"}'
} >"$file"
everywhere "BACI" 0 --by period,reporter,partner
same "BACI, net weight" 0 --by period,reporter,partner -m netweight
{
    echo "period,reporterCode,flowCode,partnerCode,cmdCode,cmdDesc,primaryValue"
    awk 'BEGIN {split("M X RX RM", flow, " "); for (i = 0; i < 3000; i++)
        printf "%d,%d,%s,%d,%s,%s,%d.%d\n", 202001 + i % 12, i % 7 ? 51 : 268, flow[i % 4 + 1],
            i % 5 ? 643 : 0, i % 3 ? 2709 + i % 9 : "TOTAL",
            i % 2 ? "\"Oils, crude\nand \"\"other\"\"\"" : "All", i * 101, i % 100}'
} >"$file"
everywhere "Comtrade" 0 -r ARM -p RUS -k TOTAL --by period,flow
same "Comtrade, all of it" 0

echo "$passed passed, $failed failed"
[ $failed = 0 ]
