"""What parties owe, asked anew each time and never stored."""
