"""What the same records yield for a municipality under lag (2023:196): where each duty stands, and papers for it."""
