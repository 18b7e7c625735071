cd $TMP && mkdir -p data/more data/.git && head='reporter,partner,flow,period,value,unit'
printf '%s\nARM,RUS,export,2024-01,1,USD\n' $head >data/b.csv
printf '%s\nARM,RUS,export,2024-02,2,USD\n' $head | gzip -c >data/a.csv.gz
printf '%s\nARM,RUS,export,2024-03,3,USD\n' $head >data/more/c.csv
printf '%s\nARM,RUS,export,2024-04,4,USD\n' $head >data/.git/d.csv
printf 'code,name\n01,Live animals\n' >data/codes.csv
printf '%%PDF-1.4' >data/notes.pdf
echo 'Read me' >data/README.txt
ln -s .. data/more/up; ln -s nowhere data/gone; mkfifo data/pipe
outturn info data
