outturn revisions datasets/us-partners.csv -p CHN -f export
outturn revisions datasets/armenia-russia.csv --basis origin --to 2024-02
outturn revisions datasets/armenia-russia.csv --basis origin --from 2025-02
outturn revisions datasets/armenia-russia.csv --basis origin --as-of 2025-02
outturn revisions datasets/armenia-russia.csv --basis origin --from soon
outturn revisions datasets/armenia-russia.csv --top -3
outturn revisions datasets/armenia-russia.csv -p CHN --basis origin
