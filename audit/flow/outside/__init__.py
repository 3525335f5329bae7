"""What code outside of the tree does with values, as vocabulary rows say it."""
