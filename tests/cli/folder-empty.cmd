mkdir $TMP/data && echo notes >$TMP/data/README && cd $TMP && outturn info data
