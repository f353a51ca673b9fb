"""Commands of tower planning. They know no Django, and load what they need only when they need it."""
