"""Which mechanism does what: patterns with each mechanism off, other structures, and what each lever moves."""
