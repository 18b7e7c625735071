cd $TMP && printf 'reporter,partner,flow,period,value,unit\nARM,RUS,export,2024-01,1,USD\n' | gzip -c >a.gz
printf 'ARM,RUS,export,2024-02,2,USD\n' | gzip -c >b.gz
cat a.gz b.gz | outturn series -
