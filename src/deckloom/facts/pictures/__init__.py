"""How picture files are built, format by format: their size and what in them may stay. Standard library only."""
