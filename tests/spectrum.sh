#!/bin/sh
# The cases of csv-spectrum (npm; BSD-2-Clause), read by us and compared with
# its own answers. Skipped, saying so, where there is no npm or no network.
#
#   tests/spectrum.sh PROGRAM     PROGRAM: build/plain/bench/csv_json
set -u
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
for tool in npm node; do
    command -v $tool >/dev/null 2>&1 || { echo "spectrum: skipped, there is no $tool"; exit 0; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
if ! npm pack --silent csv-spectrum@2.0.0 >npm.log 2>&1; then
    echo "spectrum: skipped, csv-spectrum could not be fetched"
    exit 0
fi
tar xzf csv-spectrum-*.tgz
# One answer is an object instead of a list of one, and has another telephone
# number than its file.
cat >compare.js <<'END'
const fs = require('fs'), assert = require('assert')
const [got, want] = process.argv.slice(2).map(f => JSON.parse(fs.readFileSync(f)))
const list = Array.isArray(want) ? want : [want]
if (!Array.isArray(want)) [...got, ...list].forEach(row => delete row['Contact Phone Number'])
assert.deepStrictEqual(got, list)
END
passed=0 failed=0
for csv in package/csvs/*.csv; do
    name=$(basename "$csv" .csv)
    if "$program" "$csv" >got.json 2>said && node compare.js got.json "package/json/$name.json" >>said 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $name"
        head -n 20 said
    fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
