"""What is decided before a run starts: levers month by month, who sits when, whether the money is there."""
