"""Forms of parties, people, accounts, and of allauth's pages."""
