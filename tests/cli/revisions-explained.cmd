outturn revisions datasets/armenia-russia.csv --basis origin -f import --top 1 --explain
outturn revisions datasets/armenia-russia.csv --basis origin -f import --top 1 --format json
outturn revisions datasets/armenia-russia.csv --basis origin -f export --from 2024-05 --to 2024-09 -t 2023 --top 2 --format md
