cd "$TMP"
{
    printf "reporter,partner,flow,commodity,period,value,unit\n"
    for m in 01 02 03 04 05 06 07 08 09 10 11 12; do
        printf "ARM,RUS,export,TOTAL,2023-%s,10.%s,USD million\n" $m $m
        printf "ARM,WLD,export,TOTAL,2023-%s,25.5,USD million\n" $m
    done
    printf "ARM,RUS,export,TOTAL,2023,129,USD million\n"
    printf "ARM,GEO,export,TOTAL,2023-04,16,USD million\n"
    printf "ARM,RUS,import,TOTAL,2023,100,USD million\n"
    printf "ARM,RUS,balance,TOTAL,2023,9,USD million\n"
    printf "ARM,RUS,re-export,TOTAL,2023,140,USD million\n"
    printf "ARM,WLD,import,TOTAL,2014,784.5,USD bn\n"
    printf "ARM,WLD,import,TOTAL,2015-01/2015-09,784.5,USD bn\n"
    printf "ARM,WLD,import,TOTAL,2015-01/2015-10,540.2,USD bn\n"
} >a.csv
outturn info a.csv | sed -n '/^Checks/,$p'
outturn info a.csv --explain | grep -c 'not in the files'
outturn info a.csv --format json | sed -n '/"checks"/,/]/p; /"discrepancies"/,/}/p'
