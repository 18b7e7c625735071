cat datasets/armenia-russia.csv | gzip -nc | head -c -300 >$TMP/a.csv.gz
cd $TMP && outturn info a.csv.gz
