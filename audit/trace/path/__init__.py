"""Paths of the report: steps, fields, notes, and where a value was lost from sight."""
