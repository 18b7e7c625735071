# Several selections beside a table: what shows them all, in the place of a kind
# that is of one; --by of project is a rank of where each may end.
us="datasets/us-partners.csv -r USA -f import"
outturn growth $us -p CHN,MEX --chart $TMP/growth.svg >/dev/null
outturn growth datasets/us-partners.csv -r USA -p CHN -f import,export --chart $TMP/flows.svg >/dev/null
outturn season $us -p CHN,MEX --chart $TMP/season.svg >/dev/null
outturn series $us -p CHN,MEX,CAN,DEU,JPN --chart $TMP/series.svg >/dev/null
outturn project $us -p CHN,MEX --chart $TMP/project.svg >/dev/null
outturn project $us -p CHN,MEX,CAN --by partner --chart $TMP/by.svg | tail -2
for f in growth flows season series project by; do sed -n 's/.*<title[^>]*>\(.*\)<\/title>.*/\1/p' $TMP/$f.svg | head -1; done
# Years that were not asked for are no gap.
outturn top $us --by partner -p CHN,MEX,CAN -t 2019,2022,2024 --chart $TMP/list.svg >/dev/null
grep -c "No figures" $TMP/list.svg
# A balance below zero has no growth in a headline.
outturn growth datasets/armenia-russia.csv -r ARM -p RUS --basis origin -f balance -t 2024 --chart $TMP/gap.svg >/dev/null
sed -n 's/.*<title[^>]*>\(.*\)<\/title>.*/\1/p' $TMP/gap.svg | head -1
