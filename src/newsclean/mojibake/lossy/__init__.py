"""Damage that lost characters: what became of them is read from their traces and their surroundings."""
