"""One file a format, each recognised by its content."""
