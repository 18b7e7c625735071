cd $TMP && mkdir data && echo a >data/a.csv && chmod 0 data data/a.csv 2>/dev/null
if [ "$(id -u)" = 0 ]; then echo 'outturn info: data: permission denied'; exit 4; fi
outturn info data; status=$?; chmod 700 data; exit $status
