printf 'kind,reporter,partner,flow,period,stated\nlevel,ARM,RUS,export,2024,3,100 mln USD\n' | outturn check - -d datasets/armenia-russia.csv --basis origin
