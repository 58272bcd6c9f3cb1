"""Every problem as one sentence; line and key stand beside it."""

from kpss.addon.i18n import _
from kpss.addon.townsetup.rules.problem import Problem
from zope.i18nmessageid import Message


#: The text as such
READING = {
    "too_large": _(
        "The template is too large: at most 1 MB of text is read, this has ${size} bytes."
    ),
    "not_utf8": _(
        "This is not a text in UTF-8. Choose a template (.yaml); "
        "if it is one, save it with the UTF-8 encoding."
    ),
    "empty": _("The template is empty."),
    "nothing_chosen": _("Choose a template, or upload a file with your own."),
    "unprintable": _("The character ${character} does not belong into a text."),
    "control_character": _("The text contains a control character; delete it."),
    "broken": _("This is not valid YAML."),
    "broken_at": _(
        "This is not valid YAML from column ${column} on. "
        "Look at the indentation, colons, brackets and quotes here and on the line above."
    ),
    "unquoted_share": _(
        "A share such as “>1/2” must stand in quotes, otherwise YAML does not understand it."
    ),
    "two_documents": _(
        "A second document begins here; a file holds one template only."
    ),
    "not_mapping": _(
        "A template consists of keys and values, such as “format: 1”; this is something else."
    ),
    "too_deep": _(
        "Lists and keys are nested too deep: at most ${maximum} levels are read."
    ),
    "too_many_values": _("There are too many values: at most ${maximum} are read."),
    "alias": _(
        "Anchors and aliases (& and *) are not read; write the value out where it belongs, "
        "or put it in quotes if it is a text."
    ),
    "tag": _(
        "Tags such as ${tag} are not read; delete it, or put the value in quotes if it is a text."
    ),
    "key_not_text": _("A key must be a simple text."),
    "duplicate_key": _(
        "The key “${key}” is here for the second time; it already stands on line ${first}."
    ),
}

#: Keys and values one by one
SHAPE = {
    "unknown_key": _("The key “${name}” is not known."),
    "unknown_key_near": _("The key “${name}” is not known. Did you mean “${near}”?"),
    "missing_key": _("The key “${name}” is missing here."),
    "no_value": _("The value is missing: fill it in, or delete the line."),
    "empty_value": _("The value must not be empty: fill it in, or delete the line."),
    "needs_quotes": _("A text is expected here; put ${value} in quotes."),
    "wanted_string": _("A text is expected here, not ${value}."),
    "wanted_array": _("A list is expected here: items beginning with a hyphen."),
    "wanted_object": _("Keys with values are expected here, not ${value}."),
    "wanted_single": _("A single value is expected here, not a list or keys."),
    "wanted_boolean": _("Write true or false instead of “${value}”."),
    "wanted_integer": _("A whole number is expected here, not “${value}”."),
    "not_one_of": _("“${value}” cannot be used here. Possible values: ${allowed}."),
    "not_one_of_near": _(
        "“${value}” cannot be used here. Did you mean “${near}”? Possible values: ${allowed}."
    ),
    "must_be": _("The value must be ${wanted}, not ${value}."),
    "bad_date": _("“${value}” is no date. Write it as year-month-day: 2026-01-31."),
    "bad_url": _("“${value}” is no web address: it begins with http:// or https://."),
    "bad_id": _(
        "“${value}” is not an id: use small letters without diacritics, "
        "digits and hyphens, beginning with a letter."
    ),
    "too_long": _("The text has ${length} characters; at most ${maximum} are allowed."),
    "too_many_items": _(
        "The list has ${length} items; at most ${maximum} are allowed."
    ),
    "out_of_range": _("${value} is out of range: from ${minimum} to ${maximum}."),
    "repeated": _("“${value}” is in the list twice."),
}

#: The template as a whole
MEANING = {
    "duplicate_id": _("The id “${id}” is used twice; it already stands at ${first}."),
    "reserved_page": _(
        "A page cannot have the id “${id}”: the section has a folder of that name."
    ),
    "unknown_body": _("There is no body “${id}” in the template."),
    "unknown_body_near": _(
        "There is no body “${id}” in the template. Did you mean “${near}”?"
    ),
    "unknown_function": _("There is no function “${id}” in the template."),
    "unknown_function_near": _(
        "There is no function “${id}” in the template. Did you mean “${near}”?"
    ),
    "unknown_party": _("There is no party “${id}” in the template."),
    "unknown_party_near": _(
        "There is no party “${id}” in the template. Did you mean “${near}”?"
    ),
    "unknown_recipient": _(
        "There is neither a function nor a body “${id}” in the template."
    ),
    "unknown_recipient_near": _(
        "There is neither a function nor a body “${id}” in the template. Did you mean “${near}”?"
    ),
    "unknown_target_group": _("The target group “${id}” is not in the code list."),
    "unknown_target_group_near": _(
        "The target group “${id}” is not in the code list. Did you mean “${near}”?"
    ),
    "unknown_service_area": _("The area of services “${id}” is not in the code list."),
    "unknown_service_area_near": _(
        "The area of services “${id}” is not in the code list. Did you mean “${near}”?"
    ),
    "usual_kind": _(
        "Every process has the kind of document “${id}” already; leave it out here."
    ),
    "unknown_document_kind": _(
        "The kind of document “${id}” is neither in the code list nor among those of "
        "the town (document_kinds)."
    ),
    "unknown_document_kind_near": _(
        "The kind of document “${id}” is neither in the code list nor among those of "
        "the town (document_kinds). Did you mean “${near}”?"
    ),
    "refers_to_itself": _("“${id}” cannot refer to itself here."),
    "parent_loop": _("The lines of the chart run in a circle: ${way}."),
    "two_supreme": _(
        "There can be only one supreme managing body; the first stands at ${first}."
    ),
    "ends_before_start": _("The last day ${end} is before the first day ${start}."),
    "needs_resolution": _(
        "A permanent body is closed only by a resolution: give its number in “closed_by”."
    ),
    "tasks_too_long": _(
        "The tasks have together ${length} characters; at most ${maximum} are allowed."
    ),
    "step_without_actor": _("The step needs one of the keys body, body_kind, public."),
    "step_with_actors": _(
        "The step has several of the keys body, body_kind, public (${keys}); one is needed."
    ),
    "last_step_must_decide": _("The last step of a chain must be one that decides."),
    "step_last_cannot_approve": _("The last step must be able to approve."),
    "step_outcome_of_other_act": _(
        "The outcome “${outcome}” does not belong to the act of this step."
    ),
    "step_cannot_advance": _("No outcome of this step leads on."),
    "step_only_advice_is_skipped": _("Only a step that advises may be skipped."),
    "step_skip_without_deadline": _(
        "A step that may be skipped needs a deadline: give “deadline_days”."
    ),
    "unknown_rule": _("The rule “${name}” is not known."),
    "unknown_rule_near": _("The rule “${name}” is not known. Did you mean “${near}”?"),
    "id_taken": _("The address “${id}” is already used here; choose another one."),
    "not_here": _("A process cannot be added here. Choose the site or a folder."),
    "id_reserved": _("The address “${id}” is reserved; choose another one."),
}

SENTENCES = READING | SHAPE | MEANING


def sentence(problem: Problem) -> Message:
    """The problem in words; ``refused`` brings the sentence of the field along."""
    if problem.code == "refused":
        return problem.params["message"]
    params = {name: str(value) for name, value in problem.params.items()}
    return Message(SENTENCES[problem.code], mapping=params)
