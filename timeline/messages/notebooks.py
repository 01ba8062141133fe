"""What is said of a notebook as a file: whether it is locked, and what stands in the way of it."""

from timeline.messages.language import N_, translate_constants

SAMPLE_IN_MEMORY = N_("Sample, kept in memory only")
LOCKED = N_("Locked with a passphrase")
NOT_LOCKED = N_("Not locked")


translate_constants(__name__)
