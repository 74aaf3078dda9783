"""Serve every replica until interrupted, and print the settings that lead the program to them."""

import argparse
import time

from intake.sources import SITES
from tests.replicas.faults import FAULTS, Fault
from tests.replicas.serving import PUBLISHERS, read_faults, serve

A_DAY_S = 86_400


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.replicas", description=__doc__)
    parser.add_argument("--port", type=int, default=9100, help="the first of eight ports (9100; 0: free ones)")
    parser.add_argument("--latency", type=float, default=0.0, metavar="MS", help="milliseconds before each answer")
    parser.add_argument(
        "--fault",
        action="append",
        default=[],
        metavar="PUBLISHER=NAME[:JSON]",
        help=f"misbehave; publishers: {', '.join(PUBLISHERS)}; names: {', '.join(FAULTS)}",
    )
    chosen = parser.parse_args()
    with serve(chosen.port) as replicas:
        for name, server in replicas.servers.items():
            server.latency_s = chosen.latency / 1000
            print(f"export {SITES[name].setting}={server.base}", flush=True)
        for told in chosen.fault:
            name, _, fault = told.partition("=")
            replicas[name].faults.append(Fault(**read_faults(fault)))
        print("# PUT a list of faults to /faults of a server to set them, DELETE to clear; Ctrl-C ends", flush=True)
        print("# POST [{kpi, place, year, gender, value, day}] to Kolada's /changes to change values", flush=True)
        try:
            time.sleep(A_DAY_S)
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
