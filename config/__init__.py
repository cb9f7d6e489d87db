"""The settings: read once from the environment and `.env`, checked, passed on as plain values."""
