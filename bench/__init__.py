"""Numbers: each file prints one table and says its command and machine."""
