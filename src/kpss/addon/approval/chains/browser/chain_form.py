"""The form of a chain: its steps as ordered rows, without scripts too."""

from collections.abc import Iterator
from functools import cached_property
from kpss.addon.approval.chains.browser.step_fields import BLANK
from kpss.addon.approval.chains.browser.step_fields import read_step
from kpss.addon.approval.chains.browser.step_fields import step_fields
from kpss.addon.approval.chains.chain import IApprovalChain
from kpss.addon.approval.chains.fields import MOST_STEPS
from kpss.addon.approval.chains.reading import flaws_in
from kpss.addon.approval.chains.texts import FIELD_OF
from kpss.addon.approval.chains.texts import sentence
from kpss.addon.approval.rules.chain import ADOPTION
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.reading import write_chain
from kpss.addon.approval.vocabularies import kinds_of
from kpss.addon.codelists.documents import PURPOSES
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.form import RecordingForm
from kpss.addon.restapi_errors import sentence as said_of
from typing import Any
from zope.i18nmessageid import Message
from zope.schema.interfaces import ValidationError


#: Names of the fields of the form → those of the content.
OF_CHAIN = {
    "title": "title",
    "kinds": "document_kinds",
    "purpose": "purpose",
    "active": "active",
    "source": "source",
    "": "steps",
}


class ChainForm(RecordingForm):
    """What adding and editing share; ``chain`` is what the form begins with.

    A form gives ``save(values)``, which writes the fields and answers the content.
    """

    button = _("Save the chain")
    #: Blank rows at the end.
    more = 3
    chain = Chain("", "", ())

    @property
    def notes(self) -> list[Message]:
        return [
            _(
                "Steps go in the order of their numbers; write another number to move a "
                "step. A step without an act is left out."
            ),
            _(
                "Only documents that are submitted from now on follow what you change. "
                "Documents on their way keep the chain that they were submitted to."
            ),
        ]

    @property
    def hidden(self) -> dict[str, str]:
        return {"rows": str(self.rows)}

    @cached_property
    def rows(self) -> int:
        offered = min(len(self.chain.steps) + self.more, MOST_STEPS)
        return self.sent.number("rows", offered, MOST_STEPS)

    @property
    def fieldsets(self) -> list[Fieldset]:
        general = Fieldset("kpss-chain", _("Chain"), tuple(self.general()))
        return [general, *self.steps()]

    def general(self) -> Iterator[Field]:
        chain, known = self.chain, kinds_of(self.process)
        codes = {code for code, _title in known}
        # A kind that the process does not know any more is not lost by saving
        others = [(one, one) for one in chain.document_kinds if one not in codes]
        yield Field("title", _("Title"), required=True, initial=chain.title)
        yield Field(
            "kinds",
            _("Kinds of documents"),
            kind="checks",
            options=(*known, *others),
            initial=" ".join(chain.document_kinds),
        )
        yield Field(
            "purpose",
            _("Purpose"),
            kind="select",
            options=PURPOSES,
            initial=chain.purpose,
        )
        yield Field(
            "active",
            IApprovalChain["active"].title,
            kind="checkbox",
            help=IApprovalChain["active"].description,
            initial="1" if chain.active else "",
        )
        yield Field("source", _("Source"), initial=chain.source or "")

    def steps(self) -> Iterator[Fieldset]:
        known = self.chain.steps
        for index in range(self.rows):
            step = known[index] if index < len(known) else BLANK
            yield Fieldset(
                f"kpss-step-{index}",
                _("Step ${number}", mapping={"number": index + 1}),
                step_fields(self.process, index, step),
                folded=index >= max(len(known), 1),
            )

    def is_open(self, fieldset: Fieldset) -> bool:
        """A blank row has an order and a kind of days too: what is done tells."""
        names = [field.name for field in fieldset.fields]
        return bool(self.sent.text(names[2])) or any(
            one in self.errors for one in names
        )

    def handle(self) -> str | None:
        made = self.read()
        if made is None:
            return None
        chain, rows = made
        self.judge(chain, rows)
        values = self.values(chain)
        self.fits(values)
        if self.errors:
            return None
        content = self.save(values)
        self.say(_("The chain ${title} was saved.", mapping={"title": chain.title}))
        return str(content.absolute_url())

    def read(self) -> tuple[Chain, list[int]] | None:
        """What was typed, with the rows of its steps; None when it cannot be read."""
        found = []
        for index in range(self.rows):
            step, place = read_step(self.sent, index, self.errors)
            if step is not None:
                found.append((place, step))
        found.sort(key=lambda one: one[0])
        if self.errors:
            return None
        chain = Chain(
            id=self.chain.id,
            title=self.sent.text("title"),
            steps=tuple(step for _place, step in found),
            document_kinds=self.kinds(),
            purpose=self.sent.text("purpose") or ADOPTION,
            active=self.sent.flag("active"),
            source=self.sent.text("source") or None,
        )
        return chain, [place[-1] for place, _step in found]

    def kinds(self) -> tuple[str, ...]:
        """Those that were chosen; what was there before keeps its order."""
        chosen = dict.fromkeys(self.sent.several("kinds"))
        before = [one for one in self.chain.document_kinds if one in chosen]
        return tuple(dict.fromkeys([*before, *chosen]))

    def values(self, chain: Chain) -> dict[str, Any]:
        """The fields of the content."""
        return {
            "title": chain.title,
            "document_kinds": list(chain.document_kinds),
            "purpose": chain.purpose,
            "active": chain.active,
            "source": chain.source,
            "steps": write_chain(chain)["steps"],
        }

    def judge(self, chain: Chain, rows: list[int]) -> None:
        """What keeps it from being used stands at its step."""
        for flaw in flaws_in(self.process, chain):
            name = FIELD_OF.get(flaw.code)
            row = rows[flaw.step] if flaw.step is not None else None
            field = f"step-{row}-{name}" if name and row is not None else ""
            self.errors.setdefault(field, sentence(flaw))

    def fits(self, values: dict[str, Any]) -> None:
        """Every field of the content is asked, as over REST."""
        for name, attribute in OF_CHAIN.items():
            if name == "" and self.errors:
                # Flaws of the steps are told at their rows
                continue
            value = values[attribute]
            if name == "kinds":
                value = [one for one in value if one not in self.chain.document_kinds]
            try:
                field = IApprovalChain[attribute].bind(self.context)
                field.validate(value if value != "" else None)
            except ValidationError as problem:
                self.errors.setdefault(name, said_of(problem))
