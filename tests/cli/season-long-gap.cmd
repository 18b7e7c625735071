# Five months are not.
grep -E '^(reporter|USA,DEU,import)' datasets/us-partners.csv |
    grep -vE ',2021-0[1-5],' | outturn season --absent missing -
