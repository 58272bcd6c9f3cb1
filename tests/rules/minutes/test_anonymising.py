"""What the public version of minutes hides, and what it leaves (reference C)."""

from kpss.addon.minutes.rules import anonymising
from kpss.addon.minutes.rules.anonymising import Setting
from kpss.addon.minutes.rules.looked_for import People
from kpss.addon.minutes.rules.people import known
from kpss.addon.minutes.rules.people import named_in
import pytest


MARKS = {"": "[jméno]", "marked": "[skryto]", "file": "[soubor]", "email": "[e-mail]"}
MARKS |= {"phone": "[telefon]", "birth_number": "[rodné číslo]", "born": "[datum]"}
MARKS |= {"address": "[adresa]"}


def setting(*names: str, stays: tuple[str, ...] = (), **more) -> Setting:
    people = [known(one) for one in names]
    people += [known(one, stays=True) for one in stays]
    return Setting(People(people), **more)


def public(text: str, *names: str, stays: tuple[str, ...] = (), **more) -> str:
    given = setting(*names, stays=stays, **more)
    return anonymising.public_text(anonymising.segments(text, given), MARKS)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "Jan Novák",
            "Poděkoval panu Novákovi za práci.",
            "Poděkoval panu [jméno] za práci.",
        ),
        ("Jan Novák", "Hlásí se Jan Novák.", "Hlásí se [jméno]."),
        ("Jan Novák", "Honza Novák a Honzův dotaz", "[jméno] a [jméno] dotaz"),
        ("Jiří Malý", "S Jirkou Malým mluvila Káča.", "S [jméno] mluvila Káča."),
        ("Vladimír Ostrý", "Vláda i Míra jsou slova.", "Vláda i Míra jsou slova."),
        ("Jan Novák", "Návrh Jana Nováka byl přijat.", "Návrh [jméno] byl přijat."),
        ("Jan Novák", "Mluvil s Janem Novákem.", "Mluvil s [jméno]."),
        ("Jan Novák", "Pane Nováku, máte slovo.", "Pane [jméno], máte slovo."),
        ("Jan Novák", "O Novákovi se nemluvilo.", "O [jméno] se nemluvilo."),
        ("Jan Novák", "Novákův návrh prošel.", "[jméno] návrh prošel."),
        ("Jan Novák", "Bez Novákovy podpory.", "Bez [jméno] podpory."),
        (
            "Jan Novák",
            "Novákovým návrhem, s Nováky a u Nováků",
            "[jméno] návrhem, s [jméno] a u [jméno]",
        ),
        ("Jana Nováková", "Vystoupila paní Nováková.", "Vystoupila paní [jméno]."),
        ("Jana Nováková", "bez paní Novákové", "bez paní [jméno]"),
        ("Jana Nováková", "s Janou Novákovou", "s [jméno]"),
        ("Jana Nováková", "Janin návrh", "[jméno] návrh"),
        (
            "Karel Havel",
            "Havlův dotaz, Havlovi, Havlem",
            "[jméno] dotaz, [jméno], [jméno]",
        ),
        ("Petr Němec", "Ptal se Petra Němce.", "Ptal se [jméno]."),
        ("Marek Hájek", "s Markem Hájkem", "s [jméno]"),
        (
            "Zdeněk Procházka",
            "se Zdeňkem Procházkou, Procházkovi, Procházkův",
            "se [jméno], [jméno], [jméno]",
        ),
        ("Eva Procházková", "Evin a Procházkové", "[jméno] a [jméno]"),
        (
            "Pavel Svoboda",
            "Pavlovi Svobodovi, od Svobody, se Svobodou",
            "[jméno], od [jméno], se [jméno]",
        ),
        (
            "Karel Novotný",
            "panu Novotnému, s Novotným, Novotného",
            "panu [jméno], s [jméno], [jméno]",
        ),
        ("Alena Novotná", "Aleně Novotné, s Alenou Novotnou", "[jméno], s [jméno]"),
        ("Jiří Krejčí", "Jiřího Krejčího a Jiřím Krejčím", "[jméno] a [jméno]"),
        ("Blanka Malá", "Blance Malé", "[jméno]"),
        ("Marie Janů", "s Marií Janů", "s [jméno]"),
        ("Tomáš Kříž", "Tomáši Kříži, s Tomášem Křížem", "[jméno], s [jméno]"),
        ("Ivo Janko", "Ivovi Jankovi", "[jméno]"),
        ("Lukáš Purkyně", "Lukáše Purkyněho, Purkyněmu", "[jméno], [jméno]"),
        (
            "Ludmila Nováková-Malá",
            "Nováková-Malá přišla, Novákové-Malé",
            "[jméno] přišla, [jméno]",
        ),
        ("Ludmila Nováková", "Ludmila Nováková Malá", "[jméno] Malá"),
    ],
)
def test_a_name_is_hidden_in_every_form(name, text, expected):
    assert public(text, name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ing. Jan Novák, Ph.D., přišel.", "[jméno], přišel."),
        ("Mgr. et Bc. Jan Novák, DiS., CSc. a host", "[jméno] a host"),
        ("Přišel Ing. Novák.", "Přišel [jméno]."),
        ("J. Novák se omluvil.", "[jméno] se omluvil."),
        ("J.Novák, Novák J.", "[jméno], [jméno]."),
        ("Novák Jan – omluven", "[jméno] – omluven"),
        ("Novák, Jan", "[jméno]"),
        ("NOVÁK JAN a novak jan", "[jméno] a [jméno]"),
        ("Hlasoval Novak.", "Hlasoval [jméno]."),
        ("Jan\nNovák odešel, Jan No-\nvák přišel", "[jméno] odešel, [jméno] přišel"),
        ("Jan\u00a0Novák, No\u00advák, No\u200bvák", "[jméno], [jméno], [jméno]"),
        ("Nova\u0301k a Novák", "[jméno] a [jméno]"),
        ("Úkol má J. N. do pátku.", "Úkol má [jméno] do pátku."),
        ("Úkol má J.N., ne P. N. ani J. K.", "Úkol má [jméno], ne P. N. ani J. K."),
        ("Jan souhlasí.", "[jméno] souhlasí."),
        ("Děkuje Novák. Jan odešel.", "Děkuje [jméno]. [jméno] odešel."),
        ("zapis_novak_2024.pdf", "[soubor]"),
        ("Viz NovakJan.pdf a zapis-2024.pdf.", "Viz [soubor] a zapis-2024.pdf."),
        ("stížnost Novákové.docx", "stížnost [soubor]"),
        ("Paní Nováková", "Paní [jméno]"),
    ],
)
def test_titles_initials_order_and_files_hide_nobody(text, expected):
    assert public(text, "Jan Novák") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Novákovice leží u řeky.",
        "Obnova kované brány.",
        "V lednu se koná schůze.",
        "Jen janovské náměstí a s. r. o.",
        "Jednání č. 5/2024, usnesení 12/24, částka 250 000 000 Kč.",
    ],
)
def test_other_words_stay(text):
    assert public(text, "Jan Novák") == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pro malé děti a malá města", "pro malé děti a malá města"),
        ("paní malá a Malé", "paní [jméno] a [jméno]"),
    ],
)
def test_an_adjective_in_small_letters_is_a_name_only_when_addressed(text, expected):
    assert public(text, "Blanka Malá") == expected


def test_what_looks_like_a_word_is_marked_for_a_look():
    pieces = anonymising.segments("pro malé děti", setting("Blanka Malá"))
    assert [(p.text, p.hidden, p.why) for p in pieces][1] == ("malé", False, "doubtful")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Řídil Petr Dvořák.", "Řídil Petr Dvořák."),
        ("panu Dvořákovi, s P. Dvořákem", "panu Dvořákovi, s P. Dvořákem"),
        ("Jan Novák a Jana Nováková", "[jméno] a Jana Nováková"),
        ("podle Novákové", "podle Novákové"),
        ("podle Nováka", "podle [jméno]"),
    ],
)
def test_names_of_officials_stay(text, expected):
    assert public(text, "Jan Novák", stays=("Petr Dvořák", "Jana Nováková")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan Novák a Karel Novák", "Jan Novák a [jméno]"),
        ("Novák nesouhlasil.", "[jméno] nesouhlasil."),
        ("Ing. Jan Novák", "Ing. Jan Novák"),
    ],
)
def test_two_people_of_one_name_are_told_apart_by_the_whole_name(text, expected):
    assert public(text, "Karel Novák", stays=("Jan Novák",)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pište na jan.novak@seznam.cz.", "Pište na [e-mail]."),
        ("x(at)firma.cz", "[e-mail]"),
        ("tel. 602 123 456", "tel. [telefon]"),
        ("+420602123456, +421 905 123 456", "[telefon], [telefon]"),
        ("r. č. 785412/0109", "r. č. [rodné číslo]"),
        ("7854120109", "[rodné číslo]"),
        ("narozená 12. 3. 1975 v Praze", "narozená [datum] v Praze"),
        ("nar. 12. března 1975", "nar. [datum]"),
        ("bytem Husova 12, 266 01 Beroun", "[adresa]"),
        ("v ulici Na Příkopě 15/3", "v [adresa]"),
        ("Pražská 5", "[adresa]"),
        (
            "účet 123456/0100, Usnesení 5, Opatření 3, Jednání 12",
            "účet 123456/0100, Usnesení 5, Opatření 3, Jednání 12",
        ),
        ("Praha 5, Bod 3, Cíl 2, Příloha 1", "Praha 5, Bod 3, Cíl 2, Příloha 1"),
        ("IČO 12345678, 120 000 000 Kč", "IČO 12345678, 120 000 000 Kč"),
    ],
)
def test_contacts_birth_numbers_and_addresses_are_hidden(text, expected):
    assert public(text) == expected


def test_contacts_of_the_office_stay():
    text = "Husovo náměstí 68, kpss@mesto.cz, 311 654 321"
    stay = ("Husovo náměstí 68, Město", "kpss@mesto.cz", "311654321")
    assert public(text, contacts=stay) == text


def test_passages_that_the_editor_marked_are_hidden_and_read_in_full():
    text = "Klient ⟦bydlí v azylovém domě⟧ a pracuje."
    assert public(text) == "Klient [skryto] a pracuje."
    assert anonymising.full_text(text) == "Klient bydlí v azylovém domě a pracuje."


@pytest.mark.parametrize(
    ("text", "wrong"), [("⟦a⟧ b", False), ("⟦a", True), ("a⟧", True), ("⟦a⟦b⟧⟧", True)]
)
def test_a_mark_that_does_not_end_is_told(text, wrong):
    assert anonymising.unpaired(text) is wrong


@pytest.mark.parametrize(
    ("hit", "text", "stays"),
    [
        ("Novákova", "ulice Novákova je dlouhá", True),
        ("Jan Novák", "přišel Jan Novák", False),
        ("jan@novak.cz", "pište jan@novak.cz", False),
        ("785412/0109", "r. č. 785412/0109", False),
        ("Pražská 5", "dům Pražská 5", True),
    ],
)
def test_the_editor_shows_false_hits_but_never_what_rules_forbid(hit, text, stays):
    shown = {anonymising.normal(hit): "není to jméno"}
    assert (hit in public(text, "Jan Novák", shown=shown)) is stays


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Mluvil Jan Novák.", ["full_name"]),
        ("Děti Nováčka", []),
        ("Novákovicům", ["like_name"]),
        ("volejte 602 123 456", ["phone"]),
        ("785412/0109", ["birth_number"]),
        ("⟦tajné", ["marked"]),
        ("[jméno] souhlasí, zastupitel Petr Dvořák také", []),
    ],
)
def test_what_rules_forbid_is_found_in_a_text_as_it_stands(text, what):
    given = setting("Jan Novák", stays=("Petr Dvořák",))
    assert [one.what for one in anonymising.forbidden(text, given)] == what


def test_nothing_forbidden_is_left_by_hiding():
    text = (
        "Ing. Jan Novák, J. N., novak@x.cz, Novákovi a Janě; bytem Lesní 3, 785412/0109"
    )
    given = setting("Jan Novák")
    cleared = anonymising.public_text(anonymising.segments(text, given), MARKS)
    assert anonymising.forbidden(cleared, given) == []


def test_pieces_together_are_the_whole_text():
    text = "Jan Novák a ⟦pan X⟧, pro malé, tel. 602 123 456."
    pieces = anonymising.segments(text, setting("Jan Novák", "Blanka Malá"))
    assert "".join(one.text for one in pieces) == anonymising.full_text(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mgr. Karel Tichý, Diakonie Beroun", [(("Karel",), ("Tichý",))]),
        ("pan Tichý", [((), ("Tichý",))]),
        ("Tichý", [((), ("Tichý",))]),
        ("Karel Tichý a Eva Malá", [(("Karel",), ("Tichý",)), (("Eva",), ("Malá",))]),
        ("koordinátorka", []),
        ("Diakonie Beroun", []),
    ],
)
def test_presenters_are_read_from_a_free_text(text, names):
    found = named_in(text, besides=("Diakonie Beroun",))
    assert [(one.given, one.family) for one in found] == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Slovo měl Jan Novotný z Lhoty.", ["Jan Novotný"]),
        ("Slovo měl pan Novotný a paní Šťastná.", ["Novotný", "Šťastná"]),
        ("bez pana Novotného", ["Novotného"]),
        ("s Mgr. et Mgr. Lenkou Zimolesnou, Ph.D.", ["Lenkou Zimolesnou"]),
        ("Přišla Ing. arch. Černá.", ["Černá"]),
        ("přivítal Martina\nNového-Starého", ["Martina\nNového-Starého"]),
        ("pozdrav Holubové, DiS.", ["Holubové"]),
        ("Mluvila pí Dvořáková a starosta Kučera.", ["Dvořáková", "Kučera"]),
        ("Dopis starostovi Kučerovi od J. Kučery", ["Kučerovi", "J. Kučery"]),
        ("Ředitel Domova, tajemník Rady, KPSS. Další bod", []),
        ("Karlovy Vary, Úřad práce, Česká republika", []),
        ("Paní starostka i pan místostarosta děkují.", []),
        ("Charita Beroun a Domov Anežka", []),
        ("Karel Dub poděkoval Ing. Dubovi", []),
    ],
)
def test_what_might_name_an_outsider_waits_for_an_editor(text, words):
    given = setting(stays=("Karel Dub",))
    assert anonymising.undecided(text, given) == words
    assert public(text, stays=("Karel Dub",)) == text
    decided = {anonymising.normal(one): "Je to ulice." for one in words}
    given_decided = setting(stays=("Karel Dub",), shown=decided)
    assert anonymising.undecided(text, given_decided) == []
    marked = [
        one.text
        for one in anonymising.segments(text, given)
        if one.why == anonymising.MAYBE_NAME
    ]
    assert marked == words


def test_words_that_an_editor_hides_are_hidden_however_they_are_written():
    given = {"concealed": frozenset(["jan novotny"])}
    text = "Jan\nNovotný, JAN NOVOTNÝ i Jan  Novotný, ale Jan Novotnýk"
    assert public(text, **given) == "[jméno], [jméno] i [jméno], ale Jan Novotnýk"
    assert not anonymising.undecided("Jan Novotný", setting(**given))


def test_a_hidden_name_is_no_name_to_decide_about():
    assert not anonymising.undecided("Pan Novák a Jan Novák", setting("Jan Novák"))
