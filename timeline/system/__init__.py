"""This machine, as far as every room needs it: where our files are, whole files, and the log."""
