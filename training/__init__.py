"""Programs that make the weights. They are not part of the product."""
