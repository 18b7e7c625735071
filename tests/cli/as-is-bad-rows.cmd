cd $TMP
printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,1,USD\nARM,RUS,export,2024-01,"2\n",USD\nARM,RUS,export,2024-01,1.2.3,USD\nARM,RUS\n' >t.csv
for way in '--threads 1' '--threads 4 --chunk 64' '--accelerator off'; do
    outturn series t.csv --as-is --by flow $way; echo "exit $?"
done
outturn series t.csv --as-is --by flow --lenient
