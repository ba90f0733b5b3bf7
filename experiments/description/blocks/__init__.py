"""The generated blocks of the description: one file a block, found by its name."""
