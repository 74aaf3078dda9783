"""What `halsodialog sync` shows while it runs and when it ends: bars on a terminal, plain lines elsewhere."""
