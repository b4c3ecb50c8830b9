"""The finished plan written down as a package. Everything is decided before; nothing is measured or placed here."""
