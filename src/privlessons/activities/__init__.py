"""One module per activity: controls, state and one call to the model; no arithmetic."""
