"""What a cell names: something of the process, by its id or one of its names."""

from collections.abc import Iterable
from dataclasses import dataclass
from kpss.addon.bodies.importing.rules.cells import CellRefused
from kpss.addon.bodies.importing.rules.headings import fold


@dataclass(frozen=True)
class Option:
    """Something that can be named; ``names``: its titles and abbreviations."""

    id: str
    title: str
    names: tuple[str, ...] = ()


class Options:
    """Choices of one kind, found without regard to case and diacritics."""

    def __init__(self, options: Iterable[Option]):
        self.by_id: dict[str, Option] = {}
        self.by_name: dict[str, list[Option]] = {}
        for option in options:
            self.add(option)

    def add(self, option: Option) -> None:
        self.by_id[option.id] = option
        for name in {fold(name) for name in (option.title, *option.names) if name}:
            self.by_name.setdefault(name, []).append(option)

    def find(self, text: str) -> Option | None:
        """The one that the text names, an id before a name; None when there is none.

        Raises CellRefused ``ambiguous`` (text, names) when several are called so.
        """
        if text in self.by_id:
            return self.by_id[text]
        found = self.by_name.get(fold(text), [])
        if len(found) > 1:
            names = [f"{one.title} ({one.id})" for one in found]
            raise CellRefused("ambiguous", text=text, names=names)
        return found[0] if found else None

    def titles(self) -> list[str]:
        return [option.title for option in self.by_id.values()]


#: How a membership arose → words for it.
BASES = Options(
    (
        Option(
            "application", "přihláška", ("na přihlášku", "přihláškou", "by application")
        ),
        Option("vote", "hlasování", ("přijat hlasováním", "admitted by a vote")),
        Option(
            "ex_officio",
            "z funkce",
            ("z úřadu", "z titulu funkce", "ex officio", "by office"),
        ),
        Option("election", "volba", ("zvolen", "zvolena", "volbou", "elected")),
        Option(
            "appointment",
            "jmenování",
            ("jmenován", "jmenována", "jmenováním", "appointed"),
        ),
        Option(
            "delegation",
            "delegování",
            ("delegace", "delegován", "delegována", "pověření", "delegated"),
        ),
        Option("other", "jinak", ("jiné", "jiný", "otherwise")),
    )
)

#: What stands in the column of functions for a plain member.
PLAIN_MEMBER = frozenset(("clen", "clenka", "member"))
