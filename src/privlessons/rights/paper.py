"""Templates -> text. The only room of this package that knows Jinja2.

What a person typed is handed over as a value and never becomes a template: ``{{7*7}}`` stays these letters.
The sandbox is a second lock.
"""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def _environment(*, html: bool):
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    folder = resources.files("privlessons.rights").joinpath("templates")
    return ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: folder.joinpath(name).read_text("utf-8")),
        undefined=StrictUndefined,
        autoescape=html,
        keep_trailing_newline=False,
    )


def fill(template: str, **values) -> str:
    """Return one of our templates, filled in; in ``.html`` ones every value is escaped."""
    made = _environment(html=template.endswith(".html"))
    return made.get_template(template).render(**values).strip() + "\n"
