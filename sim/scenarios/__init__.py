"""What a scenario can ask for beyond its numbers: interventions, one file each."""
