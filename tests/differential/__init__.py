"""Our reading of calls against TypeScript's own."""
