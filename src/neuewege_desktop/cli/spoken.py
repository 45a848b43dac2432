"""Commands and options that speak the language in use.

Their texts are written in English and translated when they are read, because the language is
known only after the options were parsed.
"""

from __future__ import annotations

import gettext
from typing import Any

import click
from typing_extensions import override

from neuewege_desktop.base.i18n import LANGUAGES, N_, _, use_language
from neuewege_desktop.base.paths import translations


class Text:
    """An attribute that is set in English and read in the language in use."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._slot = f"_english_{name}"

    def __get__(self, holder: object, owner: type | None = None) -> str | None:
        english = getattr(holder, self._slot, None)
        return english and _(english)

    def __set__(self, holder: object, english: str | None) -> None:
        setattr(holder, self._slot, english)


class Option(click.Option):
    """An option with a translated description."""

    help = Text()
    metavar = Text()


class Argument(click.Argument):
    """An argument with a translated name and description."""

    help = Text()
    metavar = Text()


class Command(click.Command):
    """A command with translated texts, which can be told to speak another language."""

    help = Text()
    epilog = Text()
    options_metavar = Text()

    def __init__(self, *args: Any, **settings: Any) -> None:  # noqa: ANN401 - as Click
        settings.setdefault("options_metavar", N_("[OPTIONS]"))
        super().__init__(*args, **settings)
        self.params.append(_language_option())

    @override
    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows this page, described in the language in use."""
        option = super().get_help_option(ctx)
        if option is not None:  # Click keeps it from before the language was known
            option.help = gettext.gettext("Show this message and exit.")
        return option


class Group(Command, click.Group):
    """A command that is the beginning of others."""

    command_class = Command

    @override
    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what follows the name of the group in its line of usage."""
        return [*click.Command.collect_usage_pieces(self, ctx), _("COMMAND [ARGS]...")]


def _language_option() -> Option:
    return Option(
        ["--language"],
        type=click.Choice(LANGUAGES),
        metavar="de|en",
        is_eager=True,
        expose_value=False,
        callback=_speak,
        help=N_("Language of all messages; the default is German."),
    )


def _speak(_context: click.Context, _option: click.Parameter, code: str | None) -> None:
    if code is not None:
        use_language(code, translations())
