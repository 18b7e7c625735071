outturn series datasets/us-partners.csv -r USA -p CHN -f export >/dev/full
