"""The LASER-GO case of 2017 as a folder of facts."""
