"""An earlier round's dialogue taken into a new round of the same area: what people said still counts (FAL-7)."""
