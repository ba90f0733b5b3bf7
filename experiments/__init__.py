"""Everything that uses the model: the `archipel` command, its runs, statistics, files and figures."""
