cd $TMP && mkdir data && printf 'name,colour\nmoss,green\n' >data/a.csv && printf '\000\001' >data/b.bin
outturn info data
