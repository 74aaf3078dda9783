"""What reaching a yardstick would mean in people: on the region's page, the indicator's, and beside peers."""
