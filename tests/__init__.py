"""The tests: one folder for each package, and whole conversations."""
