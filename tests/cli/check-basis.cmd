# No basis is named: origin is taken, said, and the other one told.
cat >"$TMP/a.txt" <<'T'
Turnover between Russia and Armenia grew more than 2.5 times in the first nine months of 2024 against the same months of 2023 and
exceeded $8.3 billion.

If trade keeps up this pace, it may come to a record 14-16 billion dollars by the end of 2024.
T
root=$PWD
cd "$TMP" && outturn check a.txt -d "$root/datasets/armenia-russia.csv" --date 2024-10-08 --fail-on none | sed "s|$root/||g"
