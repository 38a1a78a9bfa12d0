"""One message and who can read it: the board of parties, and a small real line on this machine."""
