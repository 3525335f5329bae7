"""Functions that a query calls: those of the database itself, and those that somebody stored, which may do anything."""

from __future__ import annotations

from collections.abc import Iterator

from audit.extract.sql.nodes import dotted, group, is_name, sign, starts_query, word
from audit.extract.sql.tokens import Group, Nodes
from audit.extract.sql.words import COUNTS, LISTS, NO_COLUMNS, OBJECTS

_BEGINNINGS = ("json", "array_", "regexp_", "string_", "to_", "date_", "ts_", "pg_", "st_", "percentile_", "bit_")
_NAMES = (
    "abs adddate age all any any_value ascii avg bigint btrim cast ceil ceiling char chr clock_timestamp coalesce "
    "concat concat_ws convert_from convert_to cume_dist curdate current_setting currval date datetime decimal "
    "decode difference dmetaphone encode exists exp extract first_value floor format gen_random_uuid "
    "generate_series greatest group_concat hashtext hex if ifnull iif initcap instr int integer isnull julianday "
    "lag last_insert_id last_value lead least left ln localtime log lower lpad ltrim make_date make_interval "
    "make_timestamp max md5 metaphone min mod mode nextval normalize now nth_value nullif num_nulls numeric numnode "
    "overlay percent_rank phraseto_tsquery plainto_tsquery power printf quote_ident quote_literal quote_nullable "
    "random repeat replace reverse right round row row_to_json rpad rtrim set_config setval setweight sha256 sign "
    "some soundex split_part sqrt strftime strict_word_similarity substr substring sum text time timestamp "
    "translate trim trunc try_cast unaccent unixepoch unnest upper uuid_generate_v4 values varchar "
    "websearch_to_tsquery width_bucket"
)
_OWN = COUNTS | LISTS | OBJECTS | frozenset(_NAMES.split())
_SENDS = "pg_notify"
_OPENS = frozenset(("and", "or", "not", "then", "when", "else", "as", "select", "case", "in", "end"))


def is_own(name: str) -> bool:
    """Is it a function of the database, which gives back what it makes of its arguments and keeps nothing?"""
    name = name.lower()
    return name in _OWN or (name.startswith(_BEGINNINGS) and name != _SENDS)


def stored(nodes: Nodes) -> Iterator[tuple[str, Group]]:
    """The calls of stored functions in an expression, with their arguments; those of subqueries are told there."""
    for at, node in enumerate(nodes):
        if isinstance(node, Group):
            if not starts_query(node.items):
                yield from stored(node.items)
        elif is_name(node) and sign(nodes, at - 1) not in ("::", "."):
            names, end = dotted(nodes, at)
            given = group(nodes, end)
            plain = word(nodes, at) in NO_COLUMNS or word(nodes, at) in _OPENS
            if given is not None and names and not (len(names) == 1 and plain) and not is_own(names[-1]):
                yield names[-1], given
