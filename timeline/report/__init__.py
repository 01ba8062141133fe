"""The PDF: a study of what may leave becomes blocks, blocks become pages."""
