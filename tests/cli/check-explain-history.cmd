# What a rank was compared with, to the line of the file; without exit status
# for what the data cannot refute.
cat >"$TMP/a.txt" <<'T'
Mexico was the largest trading partner of the United States in June 2024.

US imports from China fell to 29.92 billion dollars in March 2024, the lowest since March 2020.

Germany was the fifth largest trading partner of the United States in 2024.
T
root=$PWD
cd "$TMP" && outturn check a.txt -d "$root/datasets/us-partners.csv" --explain | sed "s|$root/||g"
