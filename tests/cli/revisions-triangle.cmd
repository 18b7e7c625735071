# Each cell is a row of the file.
outturn revisions datasets/armenia-russia.csv --basis origin -f import --triangle -t 2024
