"""How fast deckloom is: whole builds, in ratios to a floor measured in the same run, and the language server."""
