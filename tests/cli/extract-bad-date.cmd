outturn extract --date soon datasets/README.md
