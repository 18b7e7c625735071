# The same bytes for any number of threads.
for threads in 1 3; do
    outturn season --threads $threads --format csv --basis origin datasets/armenia-russia.csv >$TMP/$threads
done
cmp $TMP/1 $TMP/3 && wc -l <$TMP/1
