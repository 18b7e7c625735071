bash -c 'set -o pipefail; outturn series datasets/us-partners.csv -r USA -p CHN,CAN,MEX,DEU,GBR,JPN -f export,import | head -n 1'
