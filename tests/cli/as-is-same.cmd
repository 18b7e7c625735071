# However it is read, and in whatever order.
f=datasets/us-partners.csv
sum() { outturn series "$@" --as-is --by partner,flow,year 2>&1 | cksum; }
{ sum $f; sum $f --threads 1; sum $f --threads 7 --chunk 64; sum $f --chunk 4K
  sum $f --accelerator off; sum $f --threads 3 --chunk 1M; sum - <$f
  cat $f | sum -; gzip -c $f | sum -
  { head -n 1 $f; tail -n +2 $f | sort -r; } | sum -; } | sort -u | wc -l
