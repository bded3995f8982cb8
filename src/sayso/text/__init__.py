"""Text to spans: no model, no input, no output."""
