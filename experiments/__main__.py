"""`python -m experiments` is the `archipel` command."""

import sys

from experiments.command import main

sys.exit(main())
