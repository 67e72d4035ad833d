"""What citizens read: what is published of a promise, and the pages that show it."""
