"""What whoever runs the program may know of it: counts, times and log lines, and nothing of who asked."""
