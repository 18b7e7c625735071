#!/bin/sh
# SARIF of outturn check against the schema of SARIF 2.1.0 (as @microsoft/
# jest-sarif of npm carries it; MIT), and what a schema cannot say: that
# ruleIndex is of ruleId, and that the snippet stands at the region's columns,
# which are UTF-16 code units as JavaScript's. Skipped, saying so, where there
# is no npm or no network.
#
#   tests/sarif.sh PROGRAM
set -u
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
data=$(pwd)/datasets
for tool in npm node; do
    command -v $tool >/dev/null 2>&1 || { echo "sarif: skipped, there is no $tool"; exit 0; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
# Versions that were tried; the schema is of draft 4 of JSON Schema.
if ! npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps \
    @microsoft/jest-sarif@1.0.0-beta.0 ajv@8.20.0 ajv-draft-04@1.0.0 ajv-formats@3.0.1 >npm.log 2>&1; then
    echo "sarif: skipped, the schema could not be fetched"
    exit 0
fi
cat >validate.js <<'END'
const fs = require('fs'), assert = require('assert')
const Ajv = require('ajv-draft-04').default || require('ajv-draft-04')
const schema = require('./node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
require('ajv-formats')(ajv)
const log = JSON.parse(fs.readFileSync(process.argv[2]))
assert(ajv.validate(schema, log), JSON.stringify(ajv.errors, null, 1))
const slice = (lines, r) => r.startLine === r.endLine
    ? lines[r.startLine - 1].slice(r.startColumn - 1, r.endColumn - 1)
    : [lines[r.startLine - 1].slice(r.startColumn - 1),
       ...lines.slice(r.startLine, r.endLine - 1),
       lines[r.endLine - 1].slice(0, r.endColumn - 1)].join('\n')
let regions = 0
for (const run of log.runs) {
    for (const result of run.results) {
        assert.strictEqual(run.tool.driver.rules[result.ruleIndex].id, result.ruleId)
        assert(result.kind === 'fail' || result.level === 'none')
        for (const { physicalLocation: p } of [...result.locations, ...result.relatedLocations || []]) {
            const of = run.artifacts[p.artifactLocation.index]
            assert.strictEqual(of.location.uri, p.artifactLocation.uri)
            if (!p.region.snippet) continue
            const text = of.contents ? of.contents.text
                : fs.readFileSync(decodeURIComponent(of.location.uri.replace(/^file:\/\//, '')), 'utf8')
            assert.strictEqual(slice(text.replace(/^\uFEFF/, '').split('\n'), p.region), p.region.snippet.text)
            regions++
        }
    }
}
assert(process.argv[3] == 0 || regions > 0, 'no region was looked at')
END
# Characters of one, two and three bytes, pairs of surrogates, a figure across
# two lines, a byte order mark, names that must be encoded.
printf '%s\n' 'Turnover of Armenia with Russia grew more than 2.5 times in January-September 2024 and' \
    'exceeded $8.3 billion; at this pace it may come to 14-16' 'billion dollars by the end of 2024.' >'a b%#.txt'
printf '\357\273\277%s\n' '🚢 «Հայաստան» Exports were $5 billion in 2024. 🚢 Экспорт: exports were $8 billion in 2024.' >bom.md
printf 'Nothing to see.\n' >none.txt
printf 'kind,reporter,partner,flow,period,stated\nlevel,ARM,RUS,export,2023,3 bn\nlevel,ARM,RUS,export,2024,4 bn\ngrowth,ARM,RUS,export,2024,50 %%\n' >claims.csv
passed=0 failed=0
# one REGIONS NAME ARGUMENT...: REGIONS 0 where a finding has no words of a text
one() {
    regions=$1 name=$2
    shift 2
    "$program" check "$@" --format sarif >log.sarif 2>said
    status=$?
    if [ $status -lt 2 ] && node validate.js log.sarif "$regions" >>said 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $name (exit $status)"
        head -n 20 said
    fi
}
one 1 "a text" 'a b%#.txt'
one 1 "a text by its whole path" "$work/a b%#.txt"
one 1 "a byte order mark and pairs of surrogates" bom.md
one 1 "sentences" -e 'Exports were $5 billion in 2024.' -e 'Exports were $8 billion in 2024.' -e '«Экспорт» exports were $5 billion in 2024, exports $8 billion in 2024.'
one 1 "standard input" - <'a b%#.txt'
one 0 "no figure" none.txt
one 0 "claims" claims.csv
one 1 "several" 'a b%#.txt' bom.md none.txt claims.csv
one 1 "data" 'a b%#.txt' -d "$data/armenia-russia.csv" --basis origin --date 2024-10-08
one 0 "claims and data" "$data/claims/kazan-2024.csv" -d "$data/armenia-russia.csv" --basis origin
echo "$passed passed, $failed failed"
[ $failed = 0 ]
