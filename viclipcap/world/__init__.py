"Pictures and captions: the village, data sets"
