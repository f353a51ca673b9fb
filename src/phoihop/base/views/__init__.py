"""Files, long work, the history, the gallery of components."""
