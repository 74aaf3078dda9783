"""Why verdicts differ between two editions, in words; and many of them gathered by cause and indicator."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dashboard.i18n import Words
from indicators import Cause, VerdictChange, format_number

FIELDS_OF = "definition"


@dataclass(frozen=True, slots=True)
class ChangesPart:
    """The verdicts of one indicator that differ for one cause: a heading with their number, and each as a sentence."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangesCause:
    """The verdicts that differ for one cause, indicator by indicator."""

    title: str
    parts: tuple[ChangesPart, ...]


def why(item: VerdictChange, say: Words) -> str:
    """Return the causes of one verdict's change as one clause; empty in changes stored before causes were found."""
    return "; ".join(_told(cause, say) for cause in item.causes)


def by_cause(
    items: Iterable[VerdictChange], say: Words, name: Callable[[str], str], tell: Callable[[VerdictChange], str]
) -> tuple[ChangesCause, ...]:
    """Return verdicts gathered by cause, the commonest first, and by indicator in the order they come.

    `name` gives an indicator's name; `tell` a verdict's sentence on its place alone.
    """
    gathered: dict[tuple[str, ...], dict[tuple[str, str], list[VerdictChange]]] = {}
    for item in items:
        parts = gathered.setdefault(tuple(cause.kind for cause in item.causes), {})
        parts.setdefault((item.after.indicator, _details(item, say)), []).append(item)
    found = sorted(gathered.items(), key=lambda pair: -sum(map(len, pair[1].values())))
    return tuple(ChangesCause(_heading(kinds, parts, say), _parts(parts, say, name, tell)) for kinds, parts in found)


def _parts(
    parts: dict[tuple[str, str], list[VerdictChange]],
    say: Words,
    name: Callable[[str], str],
    tell: Callable[[VerdictChange], str],
) -> tuple[ChangesPart, ...]:
    return tuple(
        ChangesPart(
            f"{name(indicator)}{f', {details}' if details else ''} ({_number(len(items), say)})",
            tuple(map(tell, items)),
        )
        for (indicator, details), items in parts.items()
    )


def _heading(kinds: tuple[str, ...], parts: dict[tuple[str, str], list[VerdictChange]], say: Words) -> str:
    n = _number(sum(map(len, parts.values())), say)
    told = "; ".join(say(f"causes.{kind}") for kind in kinds) if kinds else say("causes.unknown")
    return say("causes.heading", causes=told[:1].upper() + told[1:], n=n)


def _told(cause: Cause, say: Words) -> str:
    detail = _detail(cause, say)
    return f"{say(f'causes.{cause.kind}')}{f' ({detail})' if detail else ''}"


def _details(item: VerdictChange, say: Words) -> str:
    return "; ".join(filter(None, (_detail(cause, say) for cause in item.causes)))


def _detail(cause: Cause, say: Words) -> str:
    """The periods or the definition's fields that a cause names."""
    names = cause.detail.split(",") if cause.detail else []
    if cause.kind == "period":
        before, _, after = cause.detail.partition(">")
        return say("causes.instead", before=before or "–", after=after or "–")
    return ", ".join(say(f"causes.field.{name}") for name in names) if cause.kind == FIELDS_OF else ", ".join(names)


def _number(n: int, say: Words) -> str:
    return format_number(n, 0, say.language)
