"""The round about Stortorget and Ågatan: one promise kept up for half a year, another out to be signed."""
