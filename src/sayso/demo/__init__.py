"""The demo: nine invented reports about one invented night, as a newsroom would have them."""
