outturn info datasets
