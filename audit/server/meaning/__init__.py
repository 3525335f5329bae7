"""What names and expressions of the server stand for: `values` is asked, the other modules each know one part of it."""
