"""The command line: turns arguments into a call of the API and its answer into text and an exit code."""
