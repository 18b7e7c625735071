# The world without Armenia: 1/4, 1/4, 1/2, so that rca is 3, 1 and 0.
outturn indicator rca,rsca tests/data/structure.csv -r ARM --world others --format csv
