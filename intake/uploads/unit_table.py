"""Units to a folder: checked whole, sorted, written as Arrow IPC with the places of its columns and rows beside it."""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from indicators.durable import sync_folder
from indicators.faults import Fault, FaultError
from indicators.units.form import FORMAT, OFFSETS, TABLE, Dictionary, Flags, Form, Numbers, Span, Texts, Told
from indicators.units.row import FLAG, GROUP, NUMBERS, UNIT_COLUMNS
from intake.uploads.placing import put
from intake.uploads.unit_checks import check_units

SORTED_BY = ("indicator", "region", "group", "period", "sex", "unit", "kind")
TEXTS = tuple(name for name in UNIT_COLUMNS if name not in (*NUMBERS, FLAG))
# No code takes more than four bytes: Arrow's own dictionaries have at most so many texts.
CODES = (pa.int8(), pa.int16(), pa.int32())


def write_units(rows: pa.Table | pd.DataFrame, folder: Path) -> Form:
    """Write units to a folder that has none, and return where everything lies.

    `rows` has UNIT_COLUMNS, in any order; without a column of groups everything is of everybody.

    Raises FaultError with every fault, FileExistsError when the folder has units, and OSError; in each case without
    leaving a file that a reader would take for units.
    """
    for name in (TABLE, OFFSETS):
        if (folder / name).exists():
            raise FileExistsError(folder / name)
    table = _sorted(_own_form(rows))
    put(folder / TABLE, lambda path: _write_table(table, path))
    try:
        form = _form(folder / TABLE, table)
        put(folder / OFFSETS, lambda path: path.write_text(form.model_dump_json(), encoding="utf-8"))
    except BaseException:
        (folder / TABLE).unlink(missing_ok=True)
        raise
    sync_folder(folder)
    return form


def _own_form(rows: pa.Table | pd.DataFrame) -> pa.Table:
    table = rows if isinstance(rows, pa.Table) else pa.Table.from_pandas(rows, preserve_index=False)
    table = with_group(table)
    missing = [name for name in UNIT_COLUMNS if name not in table.column_names]
    if missing:
        raise FaultError([Fault("units", "columns", f"no {', '.join(missing)}", f"must be {', '.join(UNIT_COLUMNS)}")])
    columns = {name: _column(name, table[name]) for name in UNIT_COLUMNS}
    found = pa.table(columns)
    faults = check_units(found)
    if faults:
        raise FaultError(faults)
    return found


def with_group(table: pa.Table) -> pa.Table:
    """Return rows with a column of groups; rows from before groups are of everybody."""
    return (
        table if GROUP in table.column_names else table.append_column(GROUP, pa.array([""] * len(table), pa.string()))
    )


def _column(name: str, column: pa.ChunkedArray) -> pa.Array:
    try:
        if name in TEXTS:
            return _coded(column)
        plain = column.cast(pa.bool_() if name == FLAG else pa.float64())
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        wanted = "a text" if name in TEXTS else "yes or no" if name == FLAG else "a number or nothing"
        raise FaultError([Fault("units", name, str(error).splitlines()[0], f"must be {wanted}")]) from error
    if name in NUMBERS:
        plain = pc.if_else(pc.is_nan(plain), pa.scalar(None, pa.float64()), plain)
    return plain.combine_chunks()


def _coded(column: pa.ChunkedArray) -> pa.DictionaryArray:
    """Texts as codes that rise as the texts do, each text once, none idle."""
    if not pa.types.is_dictionary(column.type):
        column = column.cast(pa.string()).dictionary_encode()
    column = column.unify_dictionaries().combine_chunks()
    codes: NDArray[np.int64] = column.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
    texts = column.dictionary.cast(pa.string())
    used = np.unique(codes[codes >= 0])
    ordered = texts.take(pa.array(used))
    order = pc.sort_indices(ordered).to_numpy()
    ranks = np.full(len(texts) + 1, -1, dtype=np.int64)
    ranks[used[order]] = np.arange(len(used))
    return _packed(ranks[codes], ordered.take(pa.array(order)))


def _packed(codes: NDArray[np.int64], texts: pa.Array) -> pa.DictionaryArray:
    """Codes in the fewest bytes; a code of -1 is a missing text."""
    kind = next(kind for kind in CODES if len(texts) <= 2 ** (kind.bit_width - 1))
    missing = codes < 0
    indices = pa.array(codes, kind, mask=missing) if missing.any() else pa.array(codes, kind)
    return pa.DictionaryArray.from_arrays(indices, texts)


def codes_of(column: pa.ChunkedArray) -> NDArray[np.int64]:
    """Return a coded column's codes."""
    found: NDArray[np.int64] = column.combine_chunks().indices.to_numpy(zero_copy_only=False).astype(np.int64)
    return found


def _sorted(table: pa.Table) -> pa.Table:
    """Rows in order. Raises FaultError when a unit stands twice with the same period and sex."""
    keys = {name: codes_of(table[name]) for name in SORTED_BY}
    order = np.lexsort([keys[name] for name in reversed(SORTED_BY)])
    ordered = table.take(pa.array(order)).combine_chunks()
    same = np.ones(max(len(order) - 1, 0), dtype=bool)
    for codes in keys.values():
        same &= codes[order][1:] == codes[order][:-1]
    if same.any():
        twice = ordered.slice(int(np.argmax(same)), 1).select(SORTED_BY).to_pylist()[0]
        found = f"{'/'.join(str(value) for value in twice.values() if value)} and {int(same.sum()) - 1} more"
        raise FaultError([Fault("units", "key", found, "each unit, period and sex of an indicator may stand once")])
    return ordered


def _write_table(table: pa.Table, path: Path) -> None:
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)


def _form(path: Path, table: pa.Table) -> Form:
    with pa.memory_map(str(path)) as source:
        whole = source.read_buffer()
        batch = pa.ipc.open_file(pa.BufferReader(whole)).get_batch(0) if len(table) else None
        columns = {} if batch is None else {name: batch.column(name) for name in UNIT_COLUMNS}
        at = whole.address
        return Form(
            format=FORMAT,
            rows=len(table),
            bytes=whole.size,
            texts={name: _texts(columns[name], at) for name in TEXTS if columns},
            numbers={name: _numbers(columns[name], at) for name in NUMBERS if columns},
            flags={FLAG: Flags(data=columns[FLAG].buffers()[1].address - at)} if columns else {},
            regions=_told(table),
            **_spans(table),
        )


def _texts(column: pa.DictionaryArray, at: int) -> Texts:
    _, codes = column.indices.buffers()
    texts = column.dictionary
    _, ends, text = texts.buffers()
    length = 0 if text is None else text.size
    # A dictionary of nothing but the empty text has no text of its own in the file.
    place = ends.address - at if not length else text.address - at
    found = Dictionary(n=len(texts), ends=ends.address - at, text=place, bytes=length)
    return Texts(width=column.indices.type.bit_width // 8, codes=codes.address - at, dictionary=found)


def _numbers(column: pa.Array, at: int) -> Numbers:
    valid, data = column.buffers()
    return Numbers(data=data.address - at, valid=valid.address - at if column.null_count else None)


def _spans(table: pa.Table) -> dict[str, dict[str, dict[str, Span]]]:
    """Where each indicator and region begins and ends, everybody's rows and those of groups by themselves."""
    if not len(table):
        return {"spans": {}, "groups": {}}
    texts = table[GROUP].combine_chunks().dictionary.to_pylist()
    # Texts rise with their codes, so that everybody's, the empty one, is the first of them if it is there at all.
    of_group = codes_of(table[GROUP]) > (0 if texts[0] == "" else -1)
    codes = [codes_of(table["indicator"]), codes_of(table["region"]), of_group.astype(np.int64)]
    changed = np.any([np.diff(column) != 0 for column in codes], axis=0)
    starts = [0, *(np.flatnonzero(changed) + 1).tolist()]
    found: dict[str, dict[str, dict[str, Span]]] = {"spans": {}, "groups": {}}
    for start, stop in zip(starts, [*starts[1:], len(table)], strict=True):
        kind = found["groups" if of_group[start] else "spans"]
        spans = kind.setdefault(table["indicator"][start].as_py(), {})
        spans[table["region"][start].as_py()] = (start, stop)
    return found


def _told(table: pa.Table) -> dict[str, Told]:
    regions, vintages = codes_of(table["region"]), codes_of(table["vintage"])
    names: list[Any] = table["region"].combine_chunks().dictionary.to_pylist()
    dates: list[Any] = table["vintage"].combine_chunks().dictionary.to_pylist()
    examples = table[FLAG].to_numpy()
    return {
        name: Told(vintage=dates[vintages[regions == code].max()], example=bool(examples[regions == code].any()))
        for code, name in enumerate(names)
    }
