"""Draws the pictures of the State of AI 2024 deck from `figures.yaml`."""
