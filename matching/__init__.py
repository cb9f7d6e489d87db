"""Names: pure functions that find one name in many scripts and spellings. No input, output or clock."""
