"""Writes the shipped schema anew: `python -m reports.schema`, after the model has grown a field."""

from pathlib import Path

from reports.schema import report_schema

Path(__file__).with_name("report-v1.schema.json").write_bytes(report_schema())
