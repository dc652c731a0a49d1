"Doors: quickstart, command line"
