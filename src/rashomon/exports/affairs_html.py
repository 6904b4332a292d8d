"""Page -> one HTML file: no script, no network, every line opens its sentence."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from .. import __version__
from .affairs import Page, standing


def page_html(page: Page) -> str:
    """The whole page; readable on a narrow screen."""
    return _template().render(page=page, plot=Markup(page.plot), standing=standing, version=__version__)


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("rashomon.exports"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("affairs.html")
