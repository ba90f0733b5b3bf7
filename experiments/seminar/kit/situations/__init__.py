"""The situations, one file each: `SITUATION`. The folder is walked, there is no list."""
