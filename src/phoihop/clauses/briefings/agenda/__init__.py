"""What an agenda is made of: its lines with numbers and times, its words on paper, the passes to the door."""
