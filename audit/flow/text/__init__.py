"""What a text is made of: templates, sums, formats and methods put together again."""
