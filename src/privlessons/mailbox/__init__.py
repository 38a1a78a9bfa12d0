"""A made-up mailbox, a toy assistant that reads it, and defences against text that gives it orders."""
