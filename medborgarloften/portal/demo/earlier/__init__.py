"""The round before: about the bus station, small, signed on paper, closed and accounted for."""
