"""Pictures that the bot draws: pure functions from words and numbers to the bytes of an image."""
