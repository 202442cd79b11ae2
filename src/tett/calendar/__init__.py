"""School years, school days and rhythms; knows no school.

The yearly turn: nothing is carried over. A new school year has no days until somebody lays it out, and until then every
question about it is answered with None.
"""
