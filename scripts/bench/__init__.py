"""How fast a whole build is, in ratios to a floor measured in the same run."""
