"""The only package that knows SQL: schema, transactions, encryption, one module per aggregate, the outbox."""
