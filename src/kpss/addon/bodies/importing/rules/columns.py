"""The columns of a table of people: what they are about, and their headings."""

from dataclasses import dataclass


#: What a column is about.
PERSON = "person"
CONSENT = "consent"
MEMBERSHIP = "membership"


@dataclass(frozen=True)
class Column:
    """``name`` is the field that it fills; ``kind`` says how its cells are read.

    Kinds: ``text``, ``day``, ``yes_no``, ``basis``, and those that name something of the
    process: ``body``, ``function``, ``party``, ``organisation``, ``unit``, ``member``.
    """

    name: str
    about: str
    kind: str
    cs: str
    en: str
    others: tuple[str, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """Everything that the column may be called."""
        return (self.name, self.cs, self.en, *self.others)


#: Name, subject and kind; below them the heading in Czech, in English, and others.
TABLE = """
title_before person text
    Titul před | Title before | Titul | Titul před jménem | Title before the name
given_name person text
    Jméno | Given name | Křestní jméno | First name
family_name person text
    Příjmení | Family name | Last name | Surname
title_after person text
    Titul za | Title after | Titul za jménem | Title after the name
office person text
    Pozice/úřad | Office | Pozice | Úřad | Pozice nebo úřad | Office or position | Position
office_email person text
    Pracovní e-mail | Office e-mail | Pracovní mail |
    Úřední e-mail | Úřední mail | E-mail v úřadu | E-mail in the office
office_phone person text
    Pracovní telefon | Office telephone | Telefon v úřadu |
    Úřední telefon | Office phone | Telephone in the office
private_email person text
    Soukromý e-mail | Private e-mail | Soukromý mail | Osobní e-mail
private_phone person text
    Soukromý telefon | Private telephone | Osobní telefon | Private phone
user_id person text
    Uživatelský účet | User account | Účet | Uživatelské jméno | Account | User name
body membership body
    Orgán | Body | Skupina | Pracovní skupina | Orgán nebo skupina | Group
function membership function
    Funkce | Function | Role
party membership party
    Strana | Party | Za stranu | Zastupovaná strana | Comes for the party
organisation membership organisation
    Organizace | Organisation | Zastupovaná organizace |
    Represents the organisation | Organization
unit membership unit
    Územní jednotka | Territory unit | Městská část | Městský obvod | Část obce | City district
valid_from membership day
    Od | From | Členem od | Platnost od | Member since | Since
valid_to membership day
    Do | To | Členem do | Platnost do | Poslední den | Last day | Until
voting membership yes_no
    Hlas | Votes | Hlas (ano/ne) | Hlasuje | Má hlas | Vote
basis membership basis
    Základ | Basis | Základ členství | Jak členství vzniklo | How the membership arose
reserved_by membership body
    Rezervované místo | Reserved seat | Místo vyhrazené pro členy | Seat reserved for members of
substitute_of membership member
    Náhradník za | Substitute of | Zastupuje člena | Substitute for
elected_on membership day
    Zvolen(a) dne | Elected on | Zvolen dne | Zvolena dne | Datum volby
appointed_on membership day
    Jmenován(a) dne | Appointed on | Jmenován dne | Jmenována dne | Datum jmenování
appointed_by_text membership text
    Jmenovací akt | Act of appointment | Jmenoval
delegation_letter membership text
    Pověřovací dopis | Delegation letter | Delegoval | Delegated by
rules_signed_on membership day
    Podpis jednacího řádu | Rules signed on | Jednací řád podepsán dne |
    Rules of procedure signed on
rules_signed_version membership text
    Verze jednacího řádu | Version of the rules | Version of the rules that was signed
end_reason membership text
    Důvod ukončení | End reason | Proč skončilo | Why it ended
consent_name consent day
    Souhlas se zveřejněním jména | Consent to publish the name | Souhlas jméno
consent_contact consent day
    Souhlas se zveřejněním kontaktu | Consent to publish the contact | Souhlas kontakt
consent_photo consent day
    Souhlas se zveřejněním fotografie | Consent to publish the photograph | Souhlas fotografie |
    Souhlas foto | Souhlas se zveřejněním fotky
"""


def _read(table: str) -> tuple[Column, ...]:
    columns: list[tuple[str, ...]] = []
    for part in table.strip().replace("|\n", "|").split("\n"):
        if part.startswith(" "):
            columns[-1] += tuple(word.strip() for word in part.split("|"))
        else:
            columns.append(tuple(part.split()))
    return tuple(
        Column(name, about, kind, cs, en, tuple(others))
        for name, about, kind, cs, en, *others in columns
    )


COLUMNS = _read(TABLE)
BY_NAME = {column.name: column for column in COLUMNS}
