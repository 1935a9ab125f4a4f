"""What is wrong, and what was before."""
