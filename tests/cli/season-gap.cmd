# Two months and one are estimated.
grep -E '^(reporter|USA,DEU,import)' datasets/us-partners.csv |
    grep -vE ',2020-0[56],|,2015-11,' | outturn season --absent missing -
