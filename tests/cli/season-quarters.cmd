# Quarters of the months, and what is left of a season in them.
outturn series -p CHN -f import --every quarter datasets/us-partners.csv |
    outturn season -
