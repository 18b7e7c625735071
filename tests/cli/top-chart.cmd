# --chart of top is made of its answer: the table is as without it, the headline
# has its figures; what cannot be drawn is refused and leaves no file.
us="datasets/us-partners.csv -r USA -f import"
title() { sed -n 's/.*<title[^>]*>\(.*\)<\/title>.*/\1/p' $TMP/$1.svg | head -1; }
draw() { outturn top --chart $TMP/$1.svg $2 >$TMP/table && title $1; }
outturn top $us -t 2024 >$TMP/bare
outturn top $us -t 2024 --chart $TMP/share.svg | cmp - $TMP/bare && title share
draw change "$us -t 2024 --sort change"
draw boxes "$us --every year"
draw stacks "$us --every year --sort change"
draw regions "$us -t 2024 --by region"
draw lines "$us -t 2022,2023,2024 --by continent"
draw apart "$us -t 2024 --exclude p=CHN"
draw two "$us --every year --exclude p=CHN"
draw balance "datasets/us-partners.csv -r USA -f balance -t 2024"
draw months "$us -t 9M2023,9M2024"
outturn top $us -t 2024 --chart $TMP/share.png >/dev/null
head -c 4 $TMP/share.png | tail -c 3; echo
outturn top -r USA -f import -t 2024 --chart $TMP/stdin.svg <datasets/us-partners.csv >/dev/null && title stdin
rm $TMP/*
outturn top $us -t 2023,9M2024 --chart $TMP/a.svg
echo "exit $?"
outturn top $us -t 2024 --chart a.gif
echo "exit $?"
outturn top $us -t 2030 --chart $TMP/a.svg
echo "exit $?"
outturn top $us -t 2024 --chart /no/such/folder/a.svg
echo "exit $?"
ls $TMP
