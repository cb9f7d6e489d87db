"""Telegram out: the outbox worker, pacing, sending, what an error means. Knows no product rule."""
