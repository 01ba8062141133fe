"""Every reading of a history, each worked out once, for screen, paper and command alike."""
