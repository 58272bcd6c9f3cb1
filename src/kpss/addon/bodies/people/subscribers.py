"""What happens to a person when it is copied."""

from Acquisition import aq_base
from kpss.addon.bodies.people.accounts import holder_of


def forget_account(person, event) -> None:
    """A copy in the same process does not take over the account of the original."""
    itself = aq_base(event.object) is aq_base(person)
    if itself and person.user_id and holder_of(person, person.user_id) is not None:
        person.user_id = None
