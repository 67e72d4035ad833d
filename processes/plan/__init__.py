"""What can be read out of a plan of activities: promises in words, who has said yes, order, effort, hours. Pure."""
