# --chart of index: the headline has the table's figures; what cannot be
# compared leaves no file.
title() { sed -n 's/.*<title[^>]*>\(.*\)<\/title>.*/\1/p' $TMP/$1.svg | head -1; }
draw() { outturn index tests/data/quantities.csv --chart $TMP/$1.svg $2 >/dev/null && title $1; }
draw both "-t 2024"
draw one "-t 2024 -f export"
draw lines "--every year"
draw line "--every year -f export"
rm $TMP/*
outturn index tests/data/quantities.csv -t 2023 --chart $TMP/a.svg
echo "exit $?"
ls $TMP
