# --chart of info: how many figures there are of each month; the answer is as
# without it.
title() { sed -n 's/.*<title[^>]*>\(.*\)<\/title>.*/\1/p' $TMP/a.svg | head -1; }
outturn info datasets/us-partners.csv >$TMP/bare
outturn info datasets/us-partners.csv --chart $TMP/a.svg | cmp - $TMP/bare && title
grep -v 2020-04 datasets/us-partners.csv | outturn info - --chart $TMP/a.svg >/dev/null && title
rm $TMP/*
printf 'reporter,partner,flow,period,value\n' | outturn info - --chart $TMP/a.svg >/dev/null
echo "exit $?"
ls $TMP
