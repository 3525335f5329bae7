"""Tables and columns as the tree declares them, and what relates them."""
