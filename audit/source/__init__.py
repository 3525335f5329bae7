"""What an audited tree holds: the only layer that opens files or runs git."""

from audit.source.commits import Commit, first_parents
from audit.source.contents import Unreadable, content_id, judge_bytes, unsearchable
from audit.source.excerpts import refreshed, with_excerpts
from audit.source.git import UnknownRevisionError, commit_of, git_top_level, is_shallow, merge_base
from audit.source.held import Held
from audit.source.languages import Dialect, dialect_of, is_script, language_of
from audit.source.renames import person, renames, renames_between
from audit.source.revision import Revision
from audit.source.snapshot import Snapshot
from audit.source.stamps import Stamp
from audit.source.worktree import WorkTree

__all__ = [
    "Commit",
    "Dialect",
    "Held",
    "Revision",
    "Snapshot",
    "Stamp",
    "UnknownRevisionError",
    "Unreadable",
    "WorkTree",
    "commit_of",
    "content_id",
    "dialect_of",
    "first_parents",
    "git_top_level",
    "is_script",
    "is_shallow",
    "judge_bytes",
    "language_of",
    "merge_base",
    "person",
    "refreshed",
    "renames",
    "renames_between",
    "unsearchable",
    "with_excerpts",
]
