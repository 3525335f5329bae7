"""What a subject's route reaches in the service's own code, in words."""

from audit.model import Reached, Server
from reports.words.prose import joined
from reports.words.terms import Code, plain

MOST_PLACES = 2
MOST_NOTES = 2


def reached(server: Server, code: Code = plain, text: Code = plain) -> str:
    """Each kind with the functions in which it stands, then what keeps claims from being proven; "" without a route."""
    if server.route == "absent" or server.handler is None:
        return ""
    kinds = [f"{text(kind)} in {_functions(server, places, code)}" for kind, places in server.reaches.items()]
    said = f"{code(server.handler)} reaches {joined(kinds) or 'nothing of the kind'}"
    notes = list(dict.fromkeys(text(one.note) for one in server.unresolved))
    left = f", and {len(notes) - MOST_NOTES:,} more" if len(notes) > MOST_NOTES else ""
    return f"{said}; not clear: {'; '.join(notes[:MOST_NOTES])}{left}" if notes else said


def _functions(server: Server, places: tuple[Reached, ...], code: Code) -> str:
    """The functions in which the places stand; a place without a chain stands in the handler."""
    names = list(dict.fromkeys((one.chain[-1].function if one.chain else server.handler) or "" for one in places))
    left = f" and {len(names) - MOST_PLACES:,} more" if len(names) > MOST_PLACES else ""
    return f"{', '.join(map(code, names[:MOST_PLACES]))}{left}" if left else joined(map(code, names))
