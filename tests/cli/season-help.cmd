outturn season --help | sed -n '1,/^Selection/p'
