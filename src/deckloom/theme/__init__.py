"""From a theme file to a complete PowerPoint template: ``read`` the file, ``build`` the template."""
