"""The ground floor: people, organisations, the round, evidence and the kernel of steps and criteria."""
