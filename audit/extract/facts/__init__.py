"""What is known of one file by itself: frozen, flat, free of rules and of other files."""
