cd datasets && { gzip -nc armenia-russia.csv; echo and more; } >$TMP/a.gz && cd $TMP && outturn info a.gz
