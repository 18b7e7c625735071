# Columns are bytes from 1, as editors count: "more" is the 38th of its line,
# "14-16" the 58th; of claims of a file there is the line alone.
cat >"$TMP/a.txt" <<'T'
Turnover of Armenia with Russia grew more than 2.5 times in January-September 2024 and
exceeded $8.3 billion. If the two keep up this pace, it may come to 14-16 billion dollars by the end of
2024, a record.
T
printf 'kind,reporter,partner,flow,period,stated\nlevel,ARM,RUS,export,2023,3 bn\nlevel,ARM,RUS,export,2024,4 bn\ngrowth,ARM,RUS,export,2024,50 %%\n' >"$TMP/b.csv"
cd "$TMP" && outturn check a.txt b.csv --format lines | cut -d: -f1-4 | sed 's/\(csv:.*\):.*/\1/'
