"""What every slide kind is made of: the fields of the deck language, and the mould of a kind."""
