"""The vocabulary: frozen pydantic models and the standard library, nothing else."""
