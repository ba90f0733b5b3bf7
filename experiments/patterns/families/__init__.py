"""The patterns, by family; one file each, found by its folder."""
