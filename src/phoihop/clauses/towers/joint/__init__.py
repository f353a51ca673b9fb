"""What the joint plan of a year reckons with: sealed facts, rules and prices, plans and the cost of each party."""
