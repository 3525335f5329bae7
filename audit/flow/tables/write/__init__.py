"""What a query writes: columns and keys, and the values that come there."""
