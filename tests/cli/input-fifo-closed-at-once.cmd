cd $TMP && mkfifo f && { : >f & } && outturn info f
