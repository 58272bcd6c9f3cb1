"""``{process}/@@kpss-edit-chain``: a chain as ordered rows, without scripts too."""

from functools import cached_property
from kpss.addon.approval.chains.browser.step_fields import BLANK
from kpss.addon.approval.chains.browser.step_fields import read_step
from kpss.addon.approval.chains.browser.step_fields import step_fields
from kpss.addon.approval.chains.reading import chains_of
from kpss.addon.approval.chains.texts import FIELD_OF
from kpss.addon.approval.chains.texts import sentence
from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.flaws import flaws
from kpss.addon.approval.rules.reading import write_chain
from kpss.addon.approval.vocabularies import kinds_of
from kpss.addon.codelists.documents import PURPOSES
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.form import RecordingForm
from kpss.addon.process.process import IProcess
from plone.i18n.normalizer.interfaces import IURLNormalizer
from zope.component import getUtility
from zope.event import notify
from zope.i18nmessageid import Message
from zope.lifecycleevent import ObjectModifiedEvent


#: Blank rows at the end, and the most that a chain has (townsetup/schema.json).
MORE, MOST = 2, 30


class EditChain(RecordingForm):
    """Name, kinds and purpose of a chain, and its steps in the order of their numbers."""

    button = _("Save the chain")

    @property
    def heading(self) -> Message:
        if self.chain is None:
            return _("Add a chain")
        return _("Edit the chain ${title}", mapping={"title": self.chain.title})

    @property
    def notes(self) -> list[Message]:
        return [
            _(
                "Steps go in the order of their numbers. A step with no act is left out. "
                "Documents on their way keep the chain that they were submitted to."
            )
        ]

    @property
    def back_url(self) -> str:
        return f"{self.context.absolute_url()}/approval-chains"

    @cached_property
    def chain(self) -> Chain | None:
        """The chain that is edited; None while a new one is added."""
        wanted = self.request.form.get("chain", "")
        found = [one for one in chains_of(self.context) if one.id == wanted]
        return found[0] if found else None

    @property
    def hidden(self) -> dict[str, str]:
        return {
            "chain": self.chain.id if self.chain is not None else "",
            "rows": str(self.rows),
        }

    @cached_property
    def rows(self) -> int:
        known = len(self.chain.steps) if self.chain is not None else 0
        return self.sent.number("rows", min(known + MORE, MOST), MOST)

    @property
    def fieldsets(self) -> list[Fieldset]:
        chain = self.chain
        general = (
            Field(
                "title",
                _("Title"),
                required=True,
                initial=chain.title if chain else "",
            ),
            Field(
                "kinds",
                _("Kinds of documents"),
                kind="checks",
                options=tuple(kinds_of(self.context)),
                initial=" ".join(chain.document_kinds) if chain else "",
            ),
            Field(
                "purpose",
                _("Purpose"),
                kind="select",
                options=PURPOSES,
                initial=chain.purpose if chain else "adoption",
            ),
            Field("source", _("Source"), initial=(chain.source or "") if chain else ""),
        )
        sets = [Fieldset("kpss-chain", _("Chain"), general)]
        steps = chain.steps if chain is not None else ()
        for index in range(self.rows):
            step = steps[index] if index < len(steps) else BLANK
            sets.append(
                Fieldset(
                    f"kpss-step-{index}",
                    _("Step ${number}", mapping={"number": index + 1}),
                    step_fields(self.context, index, step),
                    folded=index >= len(steps),
                )
            )
        if chain is not None:
            delete = Field("delete", _("Delete this chain"), kind="checkbox")
            sets.append(Fieldset("kpss-delete", _("Delete"), (delete,), folded=True))
        return sets

    def handle(self) -> str | None:
        if self.chain is not None and self.sent.flag("delete"):
            self.put(None)
            self.say(_("The chain was deleted."))
            return self.back_url
        made = self.read()
        if made is None or not self.judge(*made):
            return None
        chain = made[0]
        if not self.fits(chain):
            return None
        self.put(chain)
        self.say(_("The chain ${title} was saved.", mapping={"title": chain.title}))
        return self.back_url

    def read(self) -> tuple[Chain, list[int]] | None:
        """What was typed, with the rows of its steps; None when it cannot be read."""
        found = []
        for index in range(self.rows):
            step, order = read_step(self.sent, index, self.errors)
            if step is not None:
                found.append((order, index, step))
        found.sort(key=lambda one: one[:2])
        title = self.sent.text("title")
        if not title:
            self.errors["title"] = _("Give the title.")
        if self.errors:
            return None
        known = {code for code, _title in kinds_of(self.context)}
        chain = Chain(
            id=self.chain.id if self.chain is not None else self.new_id(title),
            title=title,
            steps=tuple(step for _order, _index, step in found),
            document_kinds=tuple(
                one for one in self.sent.several("kinds") if one in known
            ),
            purpose=self.sent.text("purpose") or "adoption",
            source=self.sent.text("source") or None,
        )
        return chain, [index for _order, index, _step in found]

    def new_id(self, title: str) -> str:
        taken = {one.id for one in chains_of(self.context)}
        plain = getUtility(IURLNormalizer).normalize(title, max_length=50)
        number, found = 1, plain
        while found in taken:
            number += 1
            found = f"{plain}-{number}"
        return found

    def judge(self, chain: Chain, rows: list[int]) -> bool:
        """Whether it can be used; what is wrong stands at its step."""
        bodies = IActingBodies(self.context).bodies()
        active = {name for name, body in bodies.items() if body.exists}
        for flaw in flaws(chain, bodies, active):
            name = FIELD_OF.get(flaw.code)
            row = rows[flaw.step] if flaw.step is not None else None
            field = f"step-{row}-{name}" if name and row is not None else ""
            self.errors.setdefault(field, sentence(flaw))
        return not self.errors

    def fits(self, chain: Chain) -> bool:
        """Whether the whole is as a template could have it."""
        try:
            IProcess["chains"].bind(self.context).validate(self.together(chain))
        except Refused as refused:
            self.errors[""] = refused.message
        return not self.errors

    def together(self, chain: Chain | None) -> list[dict]:
        """All chains with this one in its place."""
        chains = list(self.context.chains or ())
        row = [write_chain(chain)] if chain is not None else []
        own = self.chain.id if self.chain is not None else None
        for index, one in enumerate(chains):
            if one["id"] == own:
                return [*chains[:index], *row, *chains[index + 1 :]]
        return [*chains, *row]

    def put(self, chain: Chain | None) -> None:
        self.context.chains = self.together(chain)
        notify(ObjectModifiedEvent(self.context))
