printf "\320\317\021\340\241\261\032\341..." | outturn growth -
