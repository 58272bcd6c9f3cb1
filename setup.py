from pathlib import Path
from setuptools import find_namespace_packages
from setuptools import setup
from setuptools.command.build_py import build_py


HERE = Path(__file__).parent


def text_of(*names):
    """The files joined; a missing one counts as empty, so a bare checkout builds."""
    paths = [HERE / name for name in names]
    return "\n\n".join(p.read_text("utf-8") for p in paths if p.exists())


class BuildWithTranslations(build_py):
    """Compile every .po into a .mo inside the build, never into the checkout.

    Message catalogues are kept in git as text only. An instance compiles them
    at its start (``zope_i18n_compile_mo_files``), a wheel carries them ready.
    """

    def run(self):
        super().run()
        if not self.editable_mode:
            self.compile_catalogues()

    def compile_catalogues(self):
        from pythongettext.msgfmt import Msgfmt

        for po in sorted(Path(self.build_lib).rglob("LC_MESSAGES/*.po")):
            with po.open("rb") as source:
                po.with_suffix(".mo").write_bytes(Msgfmt(source, name=po.stem).get())


setup(
    name="kpss.addon",
    version="1.0.0a1.dev0",
    description="Community planning of social services for Plone",
    long_description=text_of("README.md", "CHANGES.md"),
    long_description_content_type="text/markdown",
    classifiers=[
        "Development Status :: 3 - Alpha",
        "Environment :: Web Environment",
        "Framework :: Plone",
        "Framework :: Plone :: 6.2",
        "Framework :: Plone :: Addon",
        "Intended Audience :: End Users/Desktop",
        "License :: OSI Approved :: GNU General Public License v2 (GPLv2)",
        "Natural Language :: Czech",
        "Natural Language :: English",
        "Operating System :: OS Independent",
        "Programming Language :: Python",
        "Programming Language :: Python :: 3",
        "Programming Language :: Python :: 3 :: Only",
        "Programming Language :: Python :: 3.11",
        "Programming Language :: Python :: 3.12",
        "Programming Language :: Python :: 3.13",
    ],
    keywords="Plone Python CMS social services community planning municipality",
    author="The kpss.addon contributors",
    license="GPL version 2",
    packages=find_namespace_packages("src", include=["kpss.addon", "kpss.addon.*"]),
    package_dir={"": "src"},
    include_package_data=True,
    zip_safe=False,
    python_requires=">=3.11,<3.14",
    install_requires=[
        "Plone>=6.2,<6.3",
        "plone.api",
        "plone.app.caching",
        "plone.app.dexterity",
        "plone.app.versioningbehavior",
        "plone.distribution",
        "plone.exportimport",
        "plone.restapi",
        "collective.easyform",
        "collective.z3cform.datagridfield",
        "czech-sort",
        "docxtpl",
        "holidays",
        "jsonschema",
        "openpyxl",
        "python-stdnum",
        "PyYAML",
        "typst",
    ],
    extras_require={
        "test": [
            "axe-playwright-python",
            "collective.MockMailHost",
            "freezegun",
            "hypothesis",
            "lxml",
            "playwright",
            "plone.app.testing",
            "pypdf",
            "pytest",
            "pytest-plone",
            "requests",
            "ZEO",
        ],
        "lint": [
            "check-manifest",
            "i18ndude",
            "mypy",
            "ruff",
            "towncrier",
            "zpretty",
        ],
    },
    entry_points={"z3c.autoinclude.plugin": ["target = plone"]},
    cmdclass={"build_py": BuildWithTranslations},
)
