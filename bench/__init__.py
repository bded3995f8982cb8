"""What is measured, with frozen figures to compare against."""
