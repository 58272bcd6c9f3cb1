"""Groups and types of social services (act 108/2006, reference A.1).

The codes are identifiers in exports: never translated, never used again.
"""

from kpss.addon.codelists.codelist import factory
from kpss.addon.i18n import _


SERVICE_GROUPS = (
    ("socialni-poradenstvi", _("Social counselling")),
    ("socialni-pece", _("Social care services")),
    ("socialni-prevence", _("Social prevention services")),
    # Outside the act: ZAT-02, ZAT-35, ZAT-103, PRA-23
    ("navazne-sluzby", _("Related, follow-up and complementary services")),
    ("prorodinne-aktivity", _("Pro-family activities")),
)

SERVICE_TYPES = (
    ("zakladni-socialni-poradenstvi", _("Basic social counselling")),
    ("odborne-socialni-poradenstvi", _("Expert social counselling")),
    ("osobni-asistence", _("Personal assistance")),
    ("pecovatelska-sluzba", _("Home care (domiciliary care) service")),
    ("tisnova-pece", _("Emergency (alarm) care")),
    ("pruvodcovske-a-predcitatelske-sluzby", _("Guide and reading services")),
    ("podpora-samostatneho-bydleni", _("Independent living support")),
    ("odlehcovaci-sluzby", _("Respite care")),
    ("centra-dennich-sluzeb", _("Day service centres")),
    ("denni-stacionare", _("Day care centres")),
    ("tydenni-stacionare", _("Week care centres")),
    (
        "domovy-pro-osoby-se-zdravotnim-postizenim",
        _("Homes for people with disabilities"),
    ),
    ("domovy-pro-seniory", _("Homes for older people")),
    ("domovy-se-zvlastnim-rezimem", _("Special regime homes")),
    ("chranene-bydleni", _("Sheltered housing")),
    (
        "socialni-sluzby-ve-zdravotnickych-zarizenich-luzkove-pece",
        _("Social services provided in inpatient health facilities"),
    ),
    ("rana-pece", _("Early intervention (early care)")),
    ("telefonicka-krizova-pomoc", _("Telephone crisis help")),
    ("tlumocnicke-sluzby", _("Interpreting services")),
    ("azylove-domy", _("Shelters (asylum houses)")),
    ("domy-na-pul-cesty", _("Halfway houses")),
    ("kontaktni-centra", _("Contact centres (addiction)")),
    ("krizova-pomoc", _("Crisis help")),
    ("intervencni-centra", _("Intervention centres (domestic violence)")),
    ("nizkoprahova-denni-centra", _("Low-threshold day centres")),
    (
        "nizkoprahova-zarizeni-pro-deti-a-mladez",
        _("Low-threshold facilities for children and youth"),
    ),
    ("nocleharny", _("Night shelters")),
    ("sluzby-nasledne-pece", _("Aftercare services")),
    (
        "socialne-aktivizacni-sluzby-pro-rodiny-s-detmi",
        _("Social activation services for families with children"),
    ),
    (
        "socialne-aktivizacni-sluzby-pro-seniory-a-ozp",
        _("Social activation services for older people and people with disabilities"),
    ),
    ("socialne-terapeuticke-dilny", _("Social therapy workshops")),
    ("terapeuticke-komunity", _("Therapeutic communities")),
    ("terenni-programy", _("Outreach programmes")),
    ("socialni-rehabilitace", _("Social rehabilitation")),
    ("centrum-dusevniho-zdravi", _("Mental health centre")),
)

#: What a working group is for: whole groups of services or single types.
service_areas = factory(SERVICE_GROUPS + SERVICE_TYPES)
