"""Who there is: services and teams, the executive by law."""
