cd $TMP && mkdir data
printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,1,USD\n' >data/a.csv
printf 'unit;value;period;flow;partner;reporter\nUSD thousand;2,5;2024-02;X;Russia;Armenia\n' | gzip -c >data/b.csv.gz
outturn series data --as-is --by reporter,partner,flow # 1 + 2500
echo "exit $?"
printf 'ARM;RUS\n' | gzip -c >>data/b.csv.gz
outturn series data --as-is --by flow
