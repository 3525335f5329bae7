"""What a test of the code decides for a row whose flag is set."""
