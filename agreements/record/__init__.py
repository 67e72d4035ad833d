"""The official record: registration, the register, hand-out, archive and disposal."""
