# A headline over the figures of one commodity says so, but for a name too long
# for it.
rows() {
    echo reporter,partner,flow,commodity,period,value,unit
    for m in 01 02 03; do
        echo "GBR,NLD,import,$1,2014-$m,5$m,USD thousand"
        echo "GBR,NLD,export,$1,2014-$m,6$m,USD thousand"
    done
}
title() { sed -n 's/.*<title id="title">\(.*\)<\/title>.*/\1/p' $TMP/a.svg; }
rows 0401 >$TMP/in.csv; outturn series -f import --chart $TMP/a.svg $TMP/in.csv >/dev/null && title
rows 0401 >$TMP/in.csv; outturn series -f export,import --chart $TMP/a.svg $TMP/in.csv >/dev/null && title
rows 0401 | outturn chart balance -o $TMP/a.svg - && title
rows TOTAL >$TMP/in.csv; outturn series -f import --chart $TMP/a.svg $TMP/in.csv >/dev/null && title
rows "waste and scrap of plastics and of what is like them" >$TMP/in.csv
outturn series -f import --chart $TMP/a.svg $TMP/in.csv >/dev/null && title
