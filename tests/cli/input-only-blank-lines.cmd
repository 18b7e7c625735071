printf "\n\n  \n" | outturn info -
