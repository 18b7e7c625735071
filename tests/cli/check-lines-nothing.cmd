# What is not checked has no line.
echo 'Exports of Armenia were $3 billion in 2024.' >"$TMP/a.txt"
cd "$TMP" && outturn check a.txt --format lines
