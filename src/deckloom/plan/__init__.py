"""Where everything goes: pure functions from a deck and its facts to a plan of every box, size and line."""
