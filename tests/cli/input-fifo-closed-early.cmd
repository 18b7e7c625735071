cd $TMP && mkfifo f && { printf 'reporter,partner,flow,period,value,unit\nARM,RUS,exp' >f & } && outturn info f
