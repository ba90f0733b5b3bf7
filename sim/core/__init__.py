"""What everything stands on: compilation, draws, codes, records, kernels, errors, words."""
