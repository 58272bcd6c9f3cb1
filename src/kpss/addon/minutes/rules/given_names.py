"""Common Czech given names, folded; those that are no ordinary word."""

from kpss.addon.minutes.rules.forms import given_forms
from kpss.addon.minutes.rules.home_names import HOME_NAMES


_NAMES = """
adam adela adriana albert ales alexander alexandra alexandr alfred alice alois alzbeta
amalie andrea andrej aneta anezka anna antonie antonin arnost artur augustin barbora
bartolomej beata benjamin blanka blazej bohdan bohumil bohumila bohumir bohuslav
bohuslava bozena brigita bronislav bronislava cecilie cenek ctibor ctirad dagmar dalibor
dalimil dana daniel daniela david denis denisa diana dita dobromila dominik dominika
dorota drahomir drahomira drahoslav dusan edita eduard eliska ema emanuel emil emilie
erik erika ester eva evzen evzenie ferdinand filip frantisek frantiska gabriel gabriela
gizela gustav hana hanus hedvika helena hermina hubert hugo hynek ida ignac igor ilona
irena irma iva ivan ivana iveta ivo ivona izabela jachym jakub jan jana jarmila jarmil
jaromir jaromira jaroslav jaroslava jindrich jindriska jiri jirina jitka johana jonas
josef josefa julie julius justyna kamil kamila karel karla karolina katerina kazimir
klara klaudie klement konstantin kristian kristina kristyna krystof kveta kvetoslava
kvetuse ladislav ladislava lenka leona leopold leos libor libuse linda lubomir lubomira
lubor lubos lucie ludek ludmila ludvik lukas magdalena marcel marcela marek margita
marian marie marika marketa marta martin martina matej matous matyas maxim mikulas milada
milan milena miloslav miloslava milos miluse miriam miroslav miroslava michael michaela
michal monika natalie natasa nela nikol nikola nikolas norbert oldrich oldriska oleg olga
oliver ondrej oskar ota otakar otmar oto otto patricie patrik pavel pavla pavlina petr
petra pravoslav premysl radan radek radim radka radmila radomir radoslav radovan rastislav
regina rehor renata rene richard robert robin roman romana rostislav rudolf ruzena samuel
sara sarka simon simona slavomir sona stanislav stanislava stepan stepanka svatava
svatopluk svatoslav svetlana sylva sylvie tadeas tamara tatana tereza terezie tibor
tomas tobias vaclav vaclava valerie vanda vavrinec vendula vera veronika viktor viktorie
vilem vilma vincenc vit vitezslav vladimir vladimira vladislav vlasta vlastimil
vlastimila vlastislav vojtech vratislav xenie zaneta zbynek zbysek zdena zdenek zdenka
zdislava zina zita zlata zofie zora zuzana zbynka
"""
#: Endings of what is somebody's: Karlovy Vary name nobody.
_POSSESSIVE = (
    *("uv", "ova", "ovo", "ovy", "ovu", "ovou", "ovych", "ovym", "ovymi", "ovem"),
    *("in", "ina", "ine", "inu", "ino", "inou", "ini", "iny", "inych", "inym", "inymi"),
)


def _forms(name: str) -> set[str]:
    short = name[:-2] + name[-1]
    stems = (name, name[:-1], short)
    theirs = {stem + end for stem in stems for end in _POSSESSIVE}
    return {form for form in given_forms(name) if form not in theirs and len(form) > 2}


#: Every form of every name, folded; also of what people are called at home.
GIVEN_FORMS = frozenset(
    form
    for name in {
        *_NAMES.split(),
        *HOME_NAMES,
        *(each for names in HOME_NAMES.values() for each in names),
    }
    for form in _forms(name)
)
