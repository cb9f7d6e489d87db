"""The texts: a Fluent catalog, the choice of a language, one folder per language, one file per area."""
