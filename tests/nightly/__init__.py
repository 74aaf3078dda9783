"""What is too long for every test run and is run each night instead."""
