# The passage that the project began with, in words of our own.
cat >"$TMP/a.txt" <<'T'
Turnover between Russia and Armenia grew more than 2.5 times in the first nine months of 2024 against the same months of 2023 and
exceeded $8.3 billion. If the two countries keep up this pace, it may come to 14-16 billion dollars by the end of 2024.
T
cd "$TMP" && outturn check a.txt --fail-on none
cd - >/dev/null && outturn check "$TMP/a.txt" -d datasets/armenia-russia.csv --date 2024-10-08 --basis origin --format csv --fail-on none |
    cut -d, -f2-7,20-22 | head -8
