"""Target groups of social services as the national register names them (reference A.3).

The codes are identifiers in exports: never translated, never used again.
"""

from kpss.addon.codelists.codelist import factory
from kpss.addon.i18n import _


TARGET_GROUPS = (
    (
        "deti-a-mladez-6-26-ohrozene-spol-nezadoucimi-jevy",
        _("Children and youth 6–26 at risk of socially undesirable phenomena"),
    ),
    ("etnicke-mensiny", _("Ethnic minorities")),
    ("imigranti-a-azylanti", _("Immigrants and asylum holders")),
    ("obeti-domaciho-nasili", _("Victims of domestic violence")),
    ("obeti-obchodu-s-lidmi", _("Victims of human trafficking")),
    ("obeti-trestne-cinnosti", _("Victims of crime")),
    ("osoby-bez-pristresi", _("Homeless people")),
    (
        "osoby-do-26-let-opoustejici-skolska-zarizeni",
        _("People under 26 leaving institutional-care schools"),
    ),
    ("osoby-komercne-zneuzivane", _("Commercially abused people")),
    ("osoby-ohrozene-zavislosti", _("People at risk of or with addiction")),
    (
        "osoby-s-chronickym-dusevnim-onemocnenim",
        _("People with chronic mental illness"),
    ),
    ("osoby-s-chronickym-onemocnenim", _("People with chronic illness")),
    ("osoby-s-jinym-zdravotnim-postizenim", _("People with another disability")),
    ("osoby-s-kombinovanym-postizenim", _("People with combined disabilities")),
    ("osoby-s-mentalnim-postizenim", _("People with intellectual disability")),
    ("osoby-s-telesnym-postizenim", _("People with physical disability")),
    ("osoby-se-sluchovym-postizenim", _("People with hearing impairment")),
    ("osoby-se-zrakovym-postizenim", _("People with visual impairment")),
    ("osoby-se-zdravotnim-postizenim", _("People with disabilities")),
    ("osoby-v-krizi", _("People in crisis")),
    (
        "osoby-zijici-v-socialne-vyloucenych-komunitach",
        _("People living in excluded communities"),
    ),
    ("osoby-vedouci-rizikovy-zpusob-zivota", _("People leading a risky way of life")),
    ("pachatele-trestne-cinnosti", _("Offenders")),
    ("rodiny-s-ditetem-detmi", _("Families with child(ren)")),
    ("seniori", _("Older people")),
    ("pecujici-osoby", _("(informal) carers")),
    ("osoby-s-potrebou-paliativni-pece", _("People in need of palliative care")),
    ("osoby-zijici-s-demenci", _("People living with dementia")),
    ("osoby-s-pas", _("People with autism spectrum disorder")),
)

target_groups = factory(TARGET_GROUPS)
