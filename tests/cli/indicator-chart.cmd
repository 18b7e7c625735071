# --chart of indicator: the headline has the table's figures; what is undefined
# leaves no file.
us="datasets/us-partners.csv -r USA"
title() { sed -n 's/.*<title[^>]*>\(.*\)<\/title>.*/\1/p' $TMP/a.svg | head -1; }
draw() { outturn indicator --chart $TMP/a.svg $1 >/dev/null && title; }
draw "rca tests/data/structure.csv -r ARM"
draw "coverage $us -p World -t 2024"
draw "coverage $us -p CHN,MEX,CAN -t 2024"
draw "coverage,balance $us -p World --every year"
rm $TMP/*
outturn indicator rca tests/data/structure.csv -r ARM -t 2020 --chart $TMP/a.svg
echo "exit $?"
ls $TMP
