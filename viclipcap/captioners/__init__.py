"The other captioners, and additions"
