"""The rules by which statements are held against each other, one module for each subject."""
