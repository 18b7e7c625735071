outturn help charts --format csv | head -n 1
outturn help flows --format csv
