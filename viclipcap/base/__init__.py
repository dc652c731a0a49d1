"What everything needs"
