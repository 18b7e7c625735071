printf 'kind,reporter,partner,flow,period,stated\nlevel,ARM,RUS,export,2024,$1 bn\nlevel,ARM,RUS,export,2024,3.16 million USD\n' | outturn check - -d datasets/armenia-russia.csv --basis origin
