# The architecture as tests (design: one door for each outside library, folders
# include only what lies below them, the library neither prints nor looks
# around, functions and files stay short). Sourced by check.sh.

# none NAME: a failure for every line in $out
none() {
    if [ -s "$out" ]; then one "$1" 1; else one "$1" 0; fi
}

# door PATTERN ALLOWED: includes of an outside library stand in one place
door() {
    grep -rnE "#include <($1)" src include --include='*.[ch]' |
        grep -vE "^($2)" >"$out"
    none "one door for $1"
}
door 'csv\.h' 'src/data/csv\.c'
door 'archive(_entry)?\.h' 'src/data/source_(archive|zip)\.[ch]'
door 'zlib\.h' 'src/data/gzip_zlib\.c'
door 'isa-l' 'src/data/gzip_isal\.c'
door 'cairo|pango' 'src/plot/ink_cairo\.c'
door 'png\.h' 'src/plot/png\.c'
door 'gsl/' 'src/(stat|project|analysis)/'
door 'glpk' 'src/claim/solve\.c'
door 'json' 'src/cli/(out_json|check_sarif)\.c'

library=$(ls src/*/*.c | grep -v '^src/cli/')
# shellcheck disable=SC2086
grep -nE '(^|[^a-z_])(exit|_exit|abort|printf|puts|perror|setlocale|getenv|localtime|time)\(|(^|[^a-z_])std(out|err)([^a-z_]|$)' \
    $library | grep -vE ':[0-9]+: *//' >"$out"
none "the library does not print, exit or look around"

# Which folders a folder may include; plot, project, claim, analysis know
# nothing of each other.
for folder in base data stat analysis project claim plot report cli; do
    case $folder in
    base) may='base' ;;
    data) may='base|data' ;;
    stat) may='base|stat' ;;
    analysis) may='base|data|stat|analysis' ;;
    project) may='base|data|stat|project' ;;
    claim) may='base|data|stat|claim' ;;
    plot) may='base|data|stat|plot' ;;
    report) may='base|data|stat|analysis|project|claim|plot|report' ;;
    cli) may='base|data|stat|analysis|project|claim|plot|report|cli' ;;
    esac
    grep -nE '#include "' src/$folder/*.[ch] | grep -vE '"outturn/' |
        grep -vE "\"($may)/" >"$out"
    none "src/$folder includes only what lies below it"
done

# No circle of includes: headers can be put in an order.
for header in include/outturn/*.h src/*/*.h; do
    name=${header#include/}
    name=${name#src/}
    grep -oE '^#include "[^"]+"' "$header" | sed 's/.*"\(.*\)"/\1/' |
        while read -r other; do echo "$other $name"; done
done | tsort >/dev/null 2>"$out"
none "no circle of includes"

# Functions: none over 60 lines, nine in ten up to 40, the median up to 15.
awk 'FNR == 1 {start = 0}
     /^[A-Za-z_].*[^;]$/ {name = $0}
     /^\{/ {start = FNR}
     /^\}/ {if (start) print FNR - start + 1, FILENAME ":" start, name; start = 0}' \
    src/*/*.c | sort -n >"$out.functions"
awk '$1 > 61' "$out.functions" >"$out"
none "no function over 60 lines"
awk '{n[NR] = $1} END {
    if (n[int(NR * 0.9)] > 42) print "nine in ten: " n[int(NR * 0.9)]
    if (n[int(NR / 2)] > 17) print "median: " n[int(NR / 2)]}' \
    "$out.functions" >"$out"
none "nine in ten functions up to 40 lines, the median up to 15"
rm -f "$out.functions"

wc -l src/*/*.[ch] include/outturn/*.h | awk '$2 != "total" && $1 > 500' >"$out"
none "no file over 500 lines"
awk '{gsub(/[\200-\277]/, "")} length($0) > 100 {print FILENAME ":" FNR}' src/*/*.[ch] include/outturn/*.h >"$out"
none "no line over 100 columns"
for file in src/*/*.[ch] include/outturn/*.h tests/*.[ch]; do
    head -n 1 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' || echo "$file"
done >"$out"
none "one licence line a file"
