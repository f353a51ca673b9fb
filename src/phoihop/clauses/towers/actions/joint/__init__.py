"""What is done in the joint plan of a year: import the modules."""
