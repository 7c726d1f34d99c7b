"""Pages from templates: the report's own templates and those of the local page."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any, Final

from jinja2 import ChoiceLoader, Environment, FunctionLoader

from minutes_nlp.model.language import Language
from minutes_nlp.renderers import html_report
from minutes_nlp.renderers.words import Words
from minutes_nlp.version import __version__
from minutes_nlp.web.phrases import Phrases

_TEMPLATES: Final = "minutes_nlp.web.templates"


def render_page(name: str, language: Language, *, csrf: str, **values: Any) -> str:
    """Return the page that template ``name`` makes of ``values``; every text is escaped.

    Args:
        name: file name of a template of the local page.
        language: of the page.
        csrf: the token that its scripts send back.
        values: what the template shows.
    """
    return (
        _environment()
        .get_template(name)
        .render(
            language=language,
            csrf=csrf,
            t=Phrases(language),
            words=Words(language),
            version=__version__,
            **values,
        )
    )


@cache
def _environment() -> Environment:
    # The same settings as those of the HTML report, so that both share their templates.
    own = html_report.environment().overlay()
    own.loader = ChoiceLoader([FunctionLoader(_own_template), FunctionLoader(_report_template)])
    return own


def _own_template(name: str) -> str | None:
    source = resources.files(_TEMPLATES).joinpath(name)
    return source.read_text(encoding="utf-8") if source.is_file() else None


def _report_template(name: str) -> str:
    return html_report.template_file(name)
