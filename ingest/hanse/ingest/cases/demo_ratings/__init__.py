"""The LASER-GO case with synthetic ratings: invented, so that every view has something to show."""
