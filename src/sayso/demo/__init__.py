"""The demo case: nine invented reports about one invented night, as a desk would have them."""
