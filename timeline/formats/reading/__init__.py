"""What every format does alike: bytes to text once, JSON without surprises, entries checked one by one.

Trouble with a line is collected and told at the end; it never costs the lines around it.
"""
