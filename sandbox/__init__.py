"""A Telegram on your desk: the Bot API emulator, its web page, and a driver for tests."""
