"""Fields of a vote and of an interest."""

from collections.abc import Iterator
from kpss.addon.bodies.procedure.texts_voting import VOTING
from kpss.addon.i18n import _
from kpss.addon.meetings.rules.voting import CHAIR
from kpss.addon.meetings.rules.voting import LOT
from kpss.addon.meetings.rules.voting import NAMED
from kpss.addon.meetings.voting.interests import ruled
from kpss.addon.meetings.voting.reading import vote_lines
from kpss.addon.meetings.voting.scene import Scene
from kpss.addon.meetings.voting.texts import CHOICE_TITLES
from kpss.addon.meetings.voting.texts import METHOD_TITLES
from kpss.addon.meetings.voting.texts import RESULT_TITLES
from kpss.addon.process.forms.form import Field
from typing import Any


METHODS = ("open", "named", "secret")


def vote_fields(scene: Scene, correcting: str) -> list[Field]:
    """What is asked depends on the rules: nothing that they do not need."""
    kept = scene.records.votes.get(correcting) or {}
    fields = [
        Field(
            "question",
            _("What was voted on"),
            help=_("Left empty: the item as it stands. Read by those inside only."),
            initial=kept.get("question") or "",
        )
    ]
    if not scene.per_rollam:
        fields += _count_fields(kept)
    fields += [*_tie_field(scene, kept), *_declared_field(scene, kept)]
    fields += _link_fields(scene, correcting, kept)
    if correcting:
        fields.append(
            Field("why", _("Why it is corrected"), kind="textarea", required=True)
        )
    return fields


def _count_fields(kept: dict[str, Any]) -> Iterator[Field]:
    yield Field(
        "method",
        _("How it is voted"),
        kind="radio",
        options=tuple((one, METHOD_TITLES[one]) for one in METHODS),
        initial=kept.get("method") or METHODS[0],
    )
    for name in ("for", "against", "abstained"):
        # By name the numbers follow
        number = None if kept.get("method") == NAMED else kept.get(name)
        yield Field(
            name,
            CHOICE_TITLES[name],
            initial="" if number is None else str(number),
        )


def _tie_field(scene: Scene, kept: dict[str, Any]) -> Iterator[Field]:
    label = {
        CHAIR: _("In a tie: how the one who presides decided"),
        LOT: _("In a tie: what the lot decided"),
    }.get(scene.majority.tie_rule or "")
    if label is not None and scene.majority.knows_ties:
        options = ("", "–"), *((one, CHOICE_TITLES[one]) for one in ("for", "against"))
        yield Field(
            "deciding",
            label,
            kind="select",
            options=options,
            initial=kept.get("deciding") or "",
        )


def _declared_field(scene: Scene, kept: dict[str, Any]) -> Iterator[Field]:
    if scene.majority.share is None:
        results = ((one, RESULT_TITLES[one]) for one in ("passed", "failed"))
        yield Field(
            "declared",
            _("Result"),
            kind="select",
            options=(("", "–"), *results),
            help=_("The rules of the body set no majority."),
            initial=kept.get("declared") or "",
        )


def _link_fields(
    scene: Scene, correcting: str, kept: dict[str, Any]
) -> Iterator[Field]:
    others = [one for one in vote_lines(scene) if one.key != correcting]
    options = tuple(
        (
            one.key,
            _(
                "vote ${number}: ${question}",
                mapping={"number": int(one.key), "question": one.question[:60]},
            ),
        )
        for one in others
        if one.counts is not None
    )
    if not options:
        return
    for name, label in (
        ("repeats", _("Repeats")),
        ("amends", _("Is on a change of the proposal in")),
    ):
        yield Field(
            name,
            label,
            kind="select",
            options=(("", _("no other vote")), *options),
            initial=kept.get(name) or "",
        )


def interest_fields(scene: Scene) -> list[Field]:
    members = tuple(
        (line.member, line.name)
        for line in scene.sheet.lines
        if line.seat.kind != "guest"
    )
    by_rule = scene.sheet.rules.declared_interest
    fields = [
        Field(
            "interest-member",
            _("Who declared an interest"),
            kind="select",
            options=(("", "–"), *members),
            help=VOTING.get(f"declared_interest.{by_rule}", ""),
        ),
        Field("interest-reason", _("What the interest is")),
    ]
    if ruled(scene) is None:
        votes = _("Votes all the same; it is only on record")
        fields.append(Field("interest-votes", votes, kind="checkbox"))
    return fields
