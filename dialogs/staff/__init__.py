"""What the staff have said, and what became of it: pages, papers and acts of the two staff dialogues."""
