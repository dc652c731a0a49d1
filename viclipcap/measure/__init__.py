"Scores one can defend"
