"""What is done to parties and people."""
