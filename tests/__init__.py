"""Tests, and the projects they run on."""
