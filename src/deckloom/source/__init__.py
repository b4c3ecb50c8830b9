"""The text of a spec, and where everything in it stands."""
