"""Rules of the house that no linter knows. Each takes a folder and returns what is wrong there, one line each."""
