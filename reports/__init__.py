"""What people read: pure functions from `audit.model.Report` to text, one module per format."""
