# Columns are UTF-16 code units from 1, by hand: a byte order mark is not
# counted, the ship has two, each other letter one, so that "$5 billion" begins
# at 2 + 1 + 1 + 8 + 1 + 1 + 7 + 1 + 4 + 1 + 1 = 28 and ends before 38.
printf '\357\273\277' >"$TMP/a b%.md"
printf '%s\n' '🚢 «Հայաստան» Exports were $5 billion in 2024. They were' '$8' 'billion in 2024.' >>"$TMP/a b%.md"
cd "$TMP" && outturn check ./'a b%.md' --format sarif >log
status=$?
sed '/"rules":/,/^      }/d' log | grep -E '"(version|columnKind|exitCode|uri|mimeType|index|ruleId|kind|level|startLine|startColumn|endLine|endColumn|id)":' | tr -d ' '
# Rules stand in the order that ruleIndex counts.
awk -F'"' '/"id":/ && !results {rule[n++] = $4}
    /"results":/ {results = 1}
    /"ruleId":/ {id = $4}
    /"ruleIndex":/ {split($0, part, /[:,]/); print rule[part[2] + 0] == id ? "the rule of " id : "another"}' log
exit $status
