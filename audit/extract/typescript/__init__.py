"""TypeScript and JavaScript: from bytes to facts."""
