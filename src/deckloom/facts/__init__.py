"""What stands outside the spec, gathered once as values: files, pictures, fonts, templates."""
