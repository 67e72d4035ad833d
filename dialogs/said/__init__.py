"""What citizens have said: written in, sorted, gathered, and led on to where it belongs. Views come by the thousand."""
