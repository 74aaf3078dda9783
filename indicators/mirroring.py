"""Runs `intake.editions.mirroring`, under the name that services and timers start it by until December 2027."""

import runpy

if __name__ == "__main__":
    # By name, so that what is told knows nothing of what comes in.
    runpy.run_module("intake.editions.mirroring", run_name="__main__")
