"""What keeps tree-sitter-typescript 0.23.2 from losing calls: see `prepare`."""
