# Of the world Russia and Georgia take half each: .6/.5, .4/.5; .36 + .16.
outturn indicator intensity,hhi-partners tests/data/partners.csv -r ARM
