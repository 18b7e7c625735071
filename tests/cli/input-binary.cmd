printf "\001\002\003\004 not a table \177\n" | outturn info -
