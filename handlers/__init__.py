"""Telegram in: an update becomes typed input, calls one use case and gives back a screen."""
