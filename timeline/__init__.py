"""The road the data takes, one file or folder per stage; the order is in docs/architecture.md."""
