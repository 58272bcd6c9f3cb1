"""The part of a form that says who: somebody recorded already, or somebody new."""

from kpss.addon.bodies.people.person import IPerson
from kpss.addon.bodies.recording.changes import bad_values
from kpss.addon.bodies.recording.people import new_person
from kpss.addon.bodies.recording.people import People
from kpss.addon.bodies.recording.people import PersonDraft
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.sent import Sent
from zope.i18nmessageid import Message


NAMES = (
    "given_name",
    "family_name",
    "title_before",
    "title_after",
    "office",
    "office_email",
)
SOMEBODY_ELSE = "somebody_else"
#: By the name of the field.
Errors = dict[str, Message | str]


def person_fieldset(people: People, errors: Errors, sent: Sent) -> Fieldset:
    """Choose a person, or type a new one; the box comes only where there is a doubt."""
    fields = [
        Field(
            "person",
            _("Somebody recorded already"),
            kind="select",
            options=(("", _("– a new person, typed below –")), *people.options),
        ),
        *(_typed(name) for name in NAMES),
    ]
    if SOMEBODY_ELSE in errors or sent.flag(SOMEBODY_ELSE):
        label = _("Tick if it is somebody else of the same name")
        fields.insert(1, Field(SOMEBODY_ELSE, label, kind="checkbox"))
    return Fieldset("kpss-who", _("Who"), tuple(fields))


def _typed(name: str) -> Field:
    field = IPerson[name]
    kind = "email" if name.endswith("email") else "text"
    return Field(name, field.title, kind=kind, help=field.description)


def draft_person(people: People, sent: Sent, errors: Errors) -> PersonDraft | None:
    """Who is meant; None when it cannot be told, and then there is an error."""
    chosen = sent.text("person")
    names = {name: sent.text(name) or None for name in NAMES}
    is_typed = bool(names["given_name"] or names["family_name"])
    if chosen and is_typed:
        errors["person"] = _("Choose somebody, or type a new person; not both.")
    elif chosen:
        found = people.by_id(chosen)
        if found is None:
            errors["person"] = _("This person is not recorded any more.")
        return found
    elif not is_typed:
        errors["person"] = _("Choose somebody, or type a new person.")
    else:
        return _new(people, names, sent, errors)
    return None


def _new(people: People, names: dict, sent: Sent, errors: Errors) -> PersonDraft | None:
    wrong = dict(bad_values(people.process["people"], IPerson, names))
    for name in ("given_name", "family_name"):
        if names[name] is None:
            wrong[name] = _("Write both the given name and the family name.")
    errors.update(wrong)
    if wrong:
        return None
    draft = new_person(names)
    same = people.called(f"{names['given_name']} {names['family_name']}")
    if same and not sent.flag(SOMEBODY_ELSE):
        errors[SOMEBODY_ELSE] = _namesake(same[0])
        return None
    return draft


def _namesake(recorded: PersonDraft) -> Message:
    if recorded.hint:
        return _(
            "${person} (${hint}) is recorded already. Choose that person above, or tick "
            "that it is somebody else.",
            mapping={"person": recorded.name, "hint": recorded.hint},
        )
    return _(
        "${person} is recorded already. Choose that person above, or tick that it is "
        "somebody else.",
        mapping={"person": recorded.name},
    )
