"""The product's words: frozen values, ids, forms as data, clock, errors. Standard library only."""
