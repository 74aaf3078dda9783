"""The scorecard once more, slow and obvious: straight from the files of figures and words, with plain loops.

It shares no code with the program but the readers of Parquet, TOML and CSV.
"""

import csv
from fractions import Fraction

import pyarrow.parquet
import tomli

ENOUGH, FEWEST_FOR_QUARTERS = 18, 8
PUBLISHED = 2026  # the year of the embedded edition: goals of an earlier year have expired
WORDS = {
    "higher": ("worst-quarter", "middle", "best-quarter"),
    "lower": ("best-quarter", "middle", "worst-quarter"),
    "none": ("lowest-quarter", "middle", "highest-quarter"),
}


def read_observations(parquet):
    """{(source, source_key): {(sex, area): {period: value}}}."""
    table = pyarrow.parquet.read_table(parquet)
    names = ("source", "source_key", "sex", "area", "period", "value")
    found = {}
    for source, key, sex, area, period, value in zip(*(table[name].to_pylist() for name in names), strict=True):
        found.setdefault((source, key), {}).setdefault((sex, area), {})[period] = value
    return found


def read_definitions(folder):
    return [tomli.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*/*.toml"))]


def read_targets(refdata):
    """{indicator: [level, …]}."""
    found = {}
    for level in tomli.loads((refdata / "targets.toml").read_text(encoding="utf-8"))["targets"]:
        found.setdefault(level["indicator"], []).append(level)
    return found


def read_members(refdata):
    """{region: [municipality, …]}, and every region even if it had none."""
    with (refdata / "regions.csv").open(encoding="utf-8") as stream:
        found = {row["code"]: [] for row in csv.DictReader(stream) if row["code"] != "00"}
    with (refdata / "municipalities.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            found[row["region"]].append(row["code"])
    return found


def headline_of(points, regions):
    """The newest period that eighteen regions report, else the newest of those that most report."""
    counts = {}
    for region in regions:
        for period in points.get(region, {}):
            counts[period] = counts.get(period, 0) + 1
    for period in sorted(counts, reverse=True):
        if counts[period] >= ENOUGH:
            return period
    for period in sorted(counts, reverse=True):
        if counts[period] == max(counts.values()):
            return period
    return None


def is_sound(item, area, period, value):
    low, high = item.get("plausible", {}).get("low"), item.get("plausible", {}).get("high")
    if (low is not None and value < low) or (high is not None and value > high):
        return False
    for doubt in item.get("doubts", []):
        periods, areas = doubt.get("periods", []), doubt.get("areas", [])
        if (periods == [] or period in periods) and (areas == [] or area in areas):
            return False
    return True


def quarter(values, own):
    """Which quarter a value lies in by its place: those below and half of those equal, of all."""
    below = sum(1 for value in values if value < own)
    equal = sum(1 for value in values if value == own)
    place = Fraction(2 * below + equal, 2 * len(values))
    return 0 if place <= Fraction(1, 4) else 2 if place >= Fraction(3, 4) else 1


def position(item, region, period, points, regions):
    sound = {}
    for other in regions:
        value = points.get(other, {}).get(period)
        if value is not None and is_sound(item, other, period, value):
            sound[other] = value
    if region not in sound or len(sound) < FEWEST_FOR_QUARTERS:
        return "not-assessed"
    return WORDS[item["direction"]][quarter(list(sound.values()), sound[region])]


def reaches(level, value):
    if level["operator"] == ">=":
        return value >= level["value"]
    if level["operator"] == ">":
        return value > level["value"]
    if level["operator"] == "<=":
        return value <= level["value"]
    assert level["operator"] == "<"
    return value < level["value"]


def held_against(levels):
    """The levels in force; where none is, those of the first edition that is listed."""
    current = [level for level in levels if level["status"] == "current"]
    return current or [level for level in levels if level["edition"] == levels[0]["edition"]]


def target(item, every_level, area, period, value, nation):
    if every_level == []:
        return "no-target"
    levels = held_against(every_level)
    main = [level for level in levels if level["level"] != "moderate"]
    apart = never_judged(main[0])
    if apart is not None:
        return apart
    if main[0]["match"] == "indicative" or value is None or not is_sound(item, area, period, value):
        return "not-assessed"
    return "right" if main[0]["kind"] == "statutory" else reached(item, levels, main, value, nation)


def never_judged(level):
    if "last_year" in level and level["last_year"] < PUBLISHED:
        return "expired"
    return "reference" if level["match"] == "reference" else None


def reached(item, levels, main, value, nation):
    if reaches(main[0], value):
        return "met"
    if any(reaches(level, value) for level in levels if level["level"] == "moderate"):
        return "near"
    margin = item["relevance"]["value"]
    if item["relevance"]["basis"] == "percent-of-nation":
        if nation is None:
            return "not-met"
        margin = abs(nation) * margin / 100
    return "near" if abs(main[0]["value"] - value) <= margin else "not-met"


def inside(item, members, headline, points):
    """The period, the lowest and the highest value of a region's municipalities; None where there is none."""
    newest = None
    for municipality in members:
        for period in points.get(municipality, {}):
            if (headline is None or period <= headline) and (newest is None or period > newest):
                newest = period
    sound = []
    for municipality in members:
        value = points.get(municipality, {}).get(newest)
        if value is not None and is_sound(item, municipality, newest, value):
            sound.append(value)
    return newest, (min(sound) if sound else None), (max(sound) if sound else None), len(sound)


def points_of(item, sex, observations, as_of):
    """{area: {period: value}} of just the levels the definition names, not after a year."""
    found = {}
    for key in item["series"]:
        if sex not in key["sexes"]:
            continue
        for (other, area), values in observations[key["provider"], key["key"]].items():
            level = "nation" if area == "00" else "region" if len(area) == 2 else "municipality"
            if other == sex and level in key["levels"]:
                found[area] = {period: v for period, v in values.items() if as_of is None or period[:4] <= as_of}
    return found


def assess(definitions, targets, members, observations, as_of=None):
    """Yield (id, sex, area) and the facts of that row."""
    regions = list(members)
    for item in definitions:
        for sex in ("T", "F", "M"):
            if not any(sex in key["sexes"] for key in item["series"]):
                continue
            points = points_of(item, sex, observations, as_of)
            headline = headline_of(points, regions)
            nation = points.get("00", {}).get(headline)
            levels = targets.get(item["id"], [])
            for area in ["00", *regions]:
                value = points.get(area, {}).get(headline)
                where = (None, None, None, 0) if area == "00" else inside(item, members[area], headline, points)
                yield (
                    (item["id"], sex, area),
                    {
                        "period": headline,
                        "value": value,
                        "nation": nation,
                        "target": target(item, levels, area, headline, value, nation),
                        "position": "not-assessed" if area == "00" else position(item, area, headline, points, regions),
                        "inside": where,
                    },
                )
