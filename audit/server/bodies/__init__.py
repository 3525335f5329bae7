"""What one function does by itself: what it names, calls and sends, and which of that the rules have a word for."""
