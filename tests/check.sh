#!/bin/sh
# Runs groups of tests by name and adds them up: a line for each group, the
# failures before it, and "N passed, N failed" at the end.
#
#   unit fuzz cli threads layouts headers exports rules format tidy
set -u
: "${VARIANT:=plain}" "${CC:=gcc}" "${PROGRAM:=$(pwd)/build/outturn}"
build=build/$VARIANT
LSAN_OPTIONS="suppressions=$(pwd)/tests/lsan.supp:print_suppressions=0"
export LSAN_OPTIONS
out=$(mktemp)
trap 'rm -f "$out"' EXIT
all_passed=0 all_failed=0 passed=0 failed=0

begin() { passed=0 failed=0; }
# one NAME STATUS: counts a check; shows what it said when it failed
one() {
    if [ "$2" = 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $1"
        head -n 40 "$out"
    fi
}
end() {
    echo "$1: $passed passed, $failed failed"
    all_passed=$((all_passed + passed)) all_failed=$((all_failed + failed))
}

# in_pairs COMMAND: runs it for each name on stdin, two at a time, as "$1"; what
# it said goes to a file of its own under $said, its status beside it.
in_pairs() {
    command=$1
    export said
    # shellcheck disable=SC2016
    xargs -P 2 -I{} sh -c '
        name=$said/$(echo "$1" | tr / _)
        ('"$command"') >"$name" 2>&1
        echo $? >"$name.status"' sh {}
}
# heard NAME: what was said to $out, its status
heard() {
    cp "$said/$(echo "$1" | tr / _)" "$out"
    return "$(cat "$said/$(echo "$1" | tr / _).status")"
}

# Each test program says how many of its cases passed.
group_unit() {
    said=$(mktemp -d)
    export build
    ls tests/test_*.c | in_pairs '"$build/tests/$(basename "$1" .c)"'
    for source in tests/test_*.c; do
        heard "$source"
        status=$?
        ok=$(grep -c '^\[       OK \]' "$out")
        bad=$(grep -c '^\[  FAILED  \] [^0-9]' "$out")
        passed=$((passed + ok))
        if [ $status != 0 ] || [ "$ok" = 0 ]; then
            failed=$((failed + (bad > 0 ? bad : 1)))
            echo "FAILED: $(basename "$source" .c) (status $status)"
            grep -vE '^\[ RUN|^\[       OK' "$out" | head -n 40
        fi
    done
    rm -rf "$said"
}

# The corpus and its mutations; one check a target.
group_fuzz() {
    said=$(mktemp -d)
    : "${FUZZ_MUTATIONS:=40}"
    export build FUZZ_MUTATIONS
    # shellcheck disable=SC2016
    ls tests/fuzz/fuzz_*.c | in_pairs 'name=$(basename "$1" .c)
        "$build/fuzz/$name" "$FUZZ_MUTATIONS" "tests/fuzz/corpus/${name#fuzz_}"'
    for source in tests/fuzz/fuzz_*.c; do
        heard "$source"
        one "$(basename "$source" .c)" $?
    done
    rm -rf "$said"
}

# counted SCRIPT: runs a script that ends "N passed, N failed"
counted() {
    PROGRAM=$PROGRAM sh "$1" >"$out" 2>&1
    line=$(tail -n 1 "$out")
    passed=${line%% passed*}
    failed=${line#*, }
    failed=${failed%% failed*}
    [ "$failed" = 0 ] || sed '$d' "$out"
}
group_cli() { counted tests/cli.sh; }
group_threads() { counted tests/threads.sh; }
group_layouts() { counted tests/layouts.sh; }

# Every public header alone, as C11 and C++17.
group_headers() {
    for header in include/outturn/*.h; do
        "$CC" -std=c11 -Wall -Wextra -Wpedantic -Werror -Iinclude \
            -fsyntax-only -x c "$header" >"$out" 2>&1
        one "$header as C11" $?
        if command -v c++ >/dev/null 2>&1; then
            c++ -std=c++17 -Wall -Wextra -Werror -Iinclude \
                -fsyntax-only -x c++ "$header" >"$out" 2>&1
            one "$header as C++17" $?
        fi
    done
}

# The shared library exports ot_ names alone and never prints or exits.
group_exports() {
    nm -D --defined-only "$build/liboutturn.so.0" | awk '$2 ~ /[TDBR]/ {print $3}' |
        grep -v '^ot_[a-z]' >"$out"
    one "only ot_ names are exported" $((1 - $?))
    nm -D --undefined-only "$build/liboutturn.so.0" | awk '{print $2}' |
        sed 's/@.*//' |
        grep -xE 'exit|_exit|abort|printf|puts|putchar|perror|setlocale|getenv|time|stdout|stderr' >"$out"
    one "the library does not print, exit or look around" $((1 - $?))
}

group_rules() { . tests/rules.sh; }

group_format() {
    if ! command -v clang-format >/dev/null 2>&1; then
        echo "format: skipped, there is no clang-format"
        return
    fi
    files=$(git ls-files 'src/*.[ch]' 'include/*.h' 'tests/*.[ch]')
    # All at once; one by one only to say which are not in form.
    # shellcheck disable=SC2086
    if clang-format --dry-run -Werror $files >"$out" 2>&1; then
        passed=$((passed + $(echo "$files" | wc -l)))
        return
    fi
    for file in $files; do
        clang-format --dry-run -Werror "$file" >"$out" 2>&1
        one "format of $file" $?
    done
}

group_tidy() {
    if ! command -v clang-tidy >/dev/null 2>&1; then
        echo "tidy: skipped, there is no clang-tidy"
        return
    fi
    said=$(mktemp -d)
    # States of a function that the analyzer goes through before it gives up.
    : "${TIDY_STATES:=225000}"
    tidy="--quiet --warnings-as-errors=* --extra-arg=-Xclang
        --extra-arg=-analyzer-config --extra-arg=-Xclang
        --extra-arg=max-nodes=$TIDY_STATES"
    export FLAGS tidy
    # shellcheck disable=SC2016
    printf '%s\n' $CHECKS |
        in_pairs 'set -f; clang-tidy $tidy "$1" -- $FLAGS 2>/dev/null'
    for file in $CHECKS; do
        heard "$file"
        one "clang-tidy of $file" $?
    done
    rm -rf "$said"
}

for group; do
    begin
    "group_$group"
    end "$group"
done
echo "$all_passed passed, $all_failed failed"
[ "$all_failed" = 0 ]
