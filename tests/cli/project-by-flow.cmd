# The same as each by itself: the second line of the answer for exports alone.
outturn project datasets/us-partners.csv -p CAN --by flow -t 2024 --through 2024-06 --explain
outturn project datasets/us-partners.csv -p CAN -f export -t 2024 --through 2024-06 | sed -n 3p
