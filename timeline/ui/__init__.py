"""Pieces that several pages are made of: what is open here, the controls, and the house around every page."""
