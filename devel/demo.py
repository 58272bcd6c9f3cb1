"""What the demo's database holds: an administrator and the site ``Plone``."""

from devel.instance import MAIL
from devel.say import step
import transaction


SITE = "Plone"
DISTRIBUTION = "kpss-demo"
ADMIN = "admin"  # its password as well; the server answers on this machine only
SECTIONS = ("beroun", "zatec", "namest", "praha")
ANSWERS = {
    "site_id": SITE,
    "title": "Město – intranet a web",
    "description": "Ukázka komunitního plánování sociálních služeb",
    "default_language": "cs",
    "portal_timezone": "Europe/Prague",
    "setup_content": True,
    # Known passwords do no harm here: the server answers on this machine only
    "demo_accounts": True,
}


def build(app):
    """Make what is missing; a demo that is already there keeps its data."""
    if SITE not in app:
        with step("Zakládám ukázkový web se čtyřmi městy"):
            create(app)
    keep_letters(app[SITE])


def create(app):
    from AccessControl.SecurityManagement import newSecurityManager
    from plone.distribution.api import site

    users = app.acl_users
    if not users.getUserById(ADMIN):
        users.userFolderAddUser(ADMIN, ADMIN, ["Manager"], [])
        transaction.commit()
    newSecurityManager(None, users.getUserById(ADMIN).__of__(users))
    site.create(app, DISTRIBUTION, ANSWERS)


def keep_letters(site):
    """Letters end in a folder instead of at a mail server (see instance.py)."""
    host = site.MailHost
    if host.smtp_queue_directory != str(MAIL):
        host.smtp_queue = True
        host.smtp_queue_directory = str(MAIL)
        transaction.commit()


def sections(site):
    """The demo towns that this site has."""
    return [name for name in SECTIONS if name in site]


def logins(site):
    """The demo's people who may log in with their name as the password, and who they are."""
    from kpss.addon.townsetup.demo_accounts import accounts

    users = site.acl_users.source_users
    return [(one.name, one.who) for one in accounts() if may_enter(users, one)]


def may_enter(users, one):
    return users.authenticateCredentials({"login": one.name, "password": one.password})
