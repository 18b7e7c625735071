#!/bin/sh
# Coverage-guided fuzzing of every target for FUZZ_SECONDS each, with clang's
# libFuzzer and the sanitizers. What it finds beyond the corpus stays in build/.
set -u
: "${FUZZ_SECONDS:=60}"
make --no-print-directory -j2 CC=clang SAN=address,undefined,fuzzer-no-link fuzzers || exit 1
passed=0 failed=0
export FUZZ_SECONDS
# Two targets at a time; each leaves a mark if nothing was found.
# shellcheck disable=SC2016
ls tests/fuzz/fuzz_*.c | xargs -P 2 -I{} sh -c '
    name=$(basename "$1" .c)
    found=build/fuzz-found/$name
    rm -f "$found.clean"
    mkdir -p "$found"
    build/address-undefined-fuzzer-no-link/libfuzzer/$name -max_total_time="$FUZZ_SECONDS" \
        -max_len=65536 -rss_limit_mb=2048 -artifact_prefix="$found/crash-" \
        "$found" "tests/fuzz/corpus/${name#fuzz_}" >"$found.log" 2>&1 && : >"$found.clean"' sh {}
for source in tests/fuzz/fuzz_*.c; do
    name=$(basename "$source" .c)
    found=build/fuzz-found/$name
    if [ -e "$found.clean" ]; then
        passed=$((passed + 1))
        grep -E '^Done|DONE' "$found.log" | tail -n 1 | sed "s/^/$name: /"
    else
        failed=$((failed + 1))
        echo "FAILED: $name"
        tail -n 30 "$found.log"
    fi
done
echo "fuzz: $passed passed, $failed failed"
[ $failed = 0 ]
