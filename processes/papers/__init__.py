"""What the steps yield to take along: meetings to hold, sheets to fill in, papers to keep. Facts in, trees out."""
