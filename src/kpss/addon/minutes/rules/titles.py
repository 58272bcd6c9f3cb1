"""Academic titles around a name, in one place for all that looks for names."""

#: Before a name, folded and without the stop.
BEFORE = frozenset(
    ("bc", "bca", "mgr", "mga", "ing", "arch", "doc", "prof", "dr")
) | frozenset(("judr", "mudr", "phdr", "paeddr", "rndr", "thlic", "mvdr", "pharmdr"))
#: A pattern of those after it.
AFTER = (
    r"(?:Ph\.?\s?D\.?|CSc\.?|DrSc\.?|DiS\.?|MBA|MPA|LL\.?\s?M\.?|Th\.?\s?D\.?)"
    r"(?![^\W\d_])"
)
