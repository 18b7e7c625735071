# The picture beside a table has its step: a year with its change where the
# table's rows are years, not the last month.
armenia="datasets/armenia-russia.csv -r ARM -p RUS --basis origin -f turnover"
title() { sed -n 's/.*<title id="title">\(.*\)<\/title>.*/\1/p' $1; }
outturn growth $armenia --every year --chart $TMP/year.svg | tail -2 | head -1
title $TMP/year.svg
outturn growth $armenia --every quarter --chart $TMP/quarter.svg | tail -2 | head -1
title $TMP/quarter.svg
outturn series $armenia --every half --chart $TMP/half.svg | tail -1
title $TMP/half.svg
