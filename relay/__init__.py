"""The product: one public use case for each thing a person or the clock can do."""
