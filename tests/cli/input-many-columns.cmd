awk 'BEGIN {for (i = 1; i < 100000; i++) printf "c%d,", i; print "c"}' | outturn info -
