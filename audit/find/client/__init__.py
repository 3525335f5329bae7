"""The client package: its exports, what protects them, and where production uses them."""
