"""Steps of a sharing request; each module holds those of one stage."""
