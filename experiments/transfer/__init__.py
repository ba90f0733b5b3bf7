"""Transfer tests: cases no parameter was fitted on, run once the parameters are frozen. Nothing is tuned on them."""
