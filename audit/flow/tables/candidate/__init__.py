"""Where queries about a table may stand, as far as the text tells."""
