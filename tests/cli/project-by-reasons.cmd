# Georgia has nothing but zeros, Iran one month of the year before, Turkey a
# hole in January; Russia is a month late.
awk 'BEGIN {
    print "reporter,partner,flow,commodity,period,value,unit"
    for (y = 2022; y <= 2024; y++) for (m = 1; m <= 12; m++) {
        p = sprintf("%d-%02d", y, m)
        if (y == 2024 && m > 3) continue
        printf "ARM,KAZ,export,TOTAL,%s,%d,USD\n", p, 100 * m
        printf "ARM,GEO,export,TOTAL,%s,0,USD\n", p
        if (y < 2024 || m < 3) printf "ARM,RUS,export,TOTAL,%s,%d,USD\n", p, 50 * m
        if (p != "2024-01") printf "ARM,TUR,export,TOTAL,%s,%d,USD\n", p, 20 * m
    }
    print "ARM,IRN,export,TOTAL,2023-12,7,USD" }' >$TMP/in.csv
outturn project $TMP/in.csv --by partner --absent missing --sort name | sed "s:$TMP/::"
outturn project $TMP/in.csv --by partner --absent missing --top 1 | sed "s:$TMP/::"
# What is left of one that cannot be projected is no answer.
outturn project $TMP/in.csv --by partner -p GEO
