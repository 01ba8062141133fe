"""What is kept: the encrypted notebook, the samples, and the desk, the one thing that changes."""
