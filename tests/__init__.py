"""What holds this program to its word. A package, so that no other one called "tests" is found first."""
