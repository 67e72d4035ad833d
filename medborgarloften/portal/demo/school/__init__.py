"""The round about Norrhamra: well on its way, and held up for reasons that can be seen and mended."""
