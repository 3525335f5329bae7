"""What names mean: from the client's exports on, through modules, classes, instances and what hands them on."""
