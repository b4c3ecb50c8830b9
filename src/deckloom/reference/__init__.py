"""What the models say of the deck language: as a JSON Schema, as pages for people, as one page for a prompt."""
