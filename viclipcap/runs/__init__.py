"From settings to a table"
