"""The one neural model: texts to tags and to vectors."""
