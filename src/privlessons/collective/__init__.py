"""Learning without collecting: many phones, what one update tells, masks, noise, synthetic people."""
