"""Fields of a person that refuse what cannot be used, with a sentence."""

from kpss.addon.bodies.people.accounts import holder_of
from kpss.addon.fields import Name
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from plone import api
import re


_EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]{2,}\Z")
_PHONE = re.compile(r"[+0-9][0-9 ()/.,+-]*[0-9](\s*(l\.|linka|kl\.)\s*[0-9]+)?\Z")


class Email(Name):
    """An e-mail address."""

    def _validate(self, value):
        super()._validate(value)
        if value and not _EMAIL.match(value):
            raise Refused(
                _("${value} is not an e-mail address.", mapping={"value": value})
            )


class Phone(Name):
    """One or more telephone numbers, as people write them."""

    def _validate(self, value):
        super()._validate(value)
        if value and not _PHONE.match(value):
            raise Refused(
                _(
                    "${value} is not a telephone number: use digits, spaces and +.",
                    mapping={"value": value},
                )
            )


class Account(Name):
    """The id of a user of the site, who is one person of the process at most."""

    def _validate(self, value):
        super()._validate(value)
        # An account that was deleted since does not hinder other changes
        if not value or value == getattr(self.context, self.__name__, None):
            return
        if api.user.get(userid=value) is None:
            raise Refused(
                _("There is no user account ${id}.", mapping={"id": value}),
            )
        holder = holder_of(self.context, value)
        if holder is not None:
            raise Refused(
                _(
                    "The account ${id} is already linked to ${person}.",
                    mapping={"id": value, "person": holder.title},
                )
            )
