Label=label=None
