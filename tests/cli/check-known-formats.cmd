# What was accepted before has no line, is suppressed in SARIF and known on the
# page, and the exit code is 0.
printf 'Exports of Armenia were $3 billion in 2024. Exports of Armenia were $8 billion in 2024.\n' >"$TMP/a.txt"
cd "$TMP" && outturn check a.txt --format csv --fail-on none -o known.csv
outturn check a.txt --format sarif >before
echo "exit $?"
outturn check a.txt --format lines --known known.csv
echo "exit $?"
outturn check a.txt --format sarif --known known.csv >after
echo "exit $?"
grep -E '"(exitCode|ruleId|suppressions|status)"' before after | tr -d ' '
# The fingerprints tell what was found before from what is new.
grep -h quoteAndVerdict before | sort >1
grep -h quoteAndVerdict after | sort | cmp - 1 && uniq 1 | wc -l
outturn check a.txt --format html --known known.csv | grep -E 'class="(lead|note|known)|"m known"' |
    sed 's/<details/\n<details/g'
