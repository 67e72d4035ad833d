"""The pages of a round: generic over the declared steps. `request` stops here."""
