"""What tests share: the outside judges of a deck, and what to do where one of them is missing."""
