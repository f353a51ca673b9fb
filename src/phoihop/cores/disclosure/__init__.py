"""What pooled figures may be shown to rivals, and an attacker that audits it."""
