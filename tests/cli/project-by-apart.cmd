# Worked out in tests/test_many.c: 240 and 220, together 683.6.
awk 'BEGIN {
    print "reporter,partner,flow,commodity,period,value,unit"
    split("10 20 30 40 40 80", a, " "); split("1000 1000 1000 1000 10 10", b, " ")
    for (i = 1; i <= 6; i++) {
        q = sprintf("%d-Q%d", i > 4 ? 2021 : 2020, (i - 1) % 4 + 1)
        printf "ARM,GEO,export,TOTAL,%s,%d,USD\nARM,RUS,export,TOTAL,%s,%d,USD\n", q, a[i], q, b[i]
    } }' >$TMP/in.csv
outturn project $TMP/in.csv --by partner | sed "s:$TMP/::"
