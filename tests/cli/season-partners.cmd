outturn season -p MEX,CAN -f import -t 2015-01/2024-12 --in "bn USD" datasets/us-partners.csv
