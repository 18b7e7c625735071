outturn season --robust maybe datasets/armenia-russia.csv
