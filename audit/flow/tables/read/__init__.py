"""What a query reads: columns, projections, conditions, rows that are left out."""
