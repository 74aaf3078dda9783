"""Asks the program for spoiled callbacks, and says what it should never have answered."""

import json
import random
from collections import Counter

from tests.dashboard.web.guard.mutations import CANARY, mutated, recorded

UPDATE = "/_dash-update-component"
ALLOWED = {200, 204, 400, 413, 415}
TOLD = ("Traceback", "site-packages", "werkzeug", "Werkzeug", "dash.exceptions", "python3", ".py")


def fuzz(client, n, seed):
    """Post n spoiled bodies and return how many got each status, and every fault found."""
    chance, bodies = random.Random(seed), recorded()
    statuses, faults = Counter(), []
    for number in range(n):
        body = mutated(chance, bodies)
        answer = client.post(UPDATE, data=body, content_type="application/json")
        statuses[answer.status_code] += 1
        fault = _fault(answer)
        if fault:
            faults.append(f"{number}: {fault}: {body[:300]!r}")
    return statuses, faults


def _fault(answer):
    if answer.status_code not in ALLOWED:
        return f"status {answer.status_code}"
    if answer.status_code == 204:
        return ""
    if answer.mimetype != "application/json":
        return answer.mimetype
    if answer.status_code == 200:
        return "" if "response" in answer.get_json() or "sideUpdate" in answer.get_json() else "no response"
    return _refusal_fault(answer)


def _refusal_fault(answer):
    told = answer.get_json()
    if set(told) != {"status", "id", "message"} or set(told["message"]) != {"sv", "en"}:
        return f"not our answer: {answer.text[:80]}"
    if CANARY in json.loads(json.dumps(told["message"]))["sv"] or "cana" in answer.text:
        return "reflected"
    return next((f"told of {word}" for word in TOLD if word in answer.text), "")
