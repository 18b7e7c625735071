# Slips that the data give away, each with its arithmetic.
cat >"$TMP/a.txt" <<'T'
In 2024 US imports from Vietnam rose 16.2 % to 136.5 billion dollars.

In November 2024 US imports from Ireland rose 4.3 % from a year earlier to 10.66 billion dollars.

In 2024 US imports from Vietnam averaged 136.5 billion dollars a month.
T
root=$PWD
cd "$TMP" && outturn check a.txt -d "$root/datasets/us-partners.csv" | sed "s|$root/||g"
