"""The registry for pages: masts, codes and rules, figures, what is due."""
