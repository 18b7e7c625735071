printf 'kind,reporter,partner,flow,period,stated\ngrowth,ARM,RUS,export,2024-12,-13 %%\n' | outturn check - -d datasets/armenia-russia.csv --basis origin --explain
