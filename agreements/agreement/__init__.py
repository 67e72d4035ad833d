"""The agreement between the parties: what it says, how it looks, and the rounds that it is used in."""
