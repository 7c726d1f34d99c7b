"""Click's usage errors as one line that says what to do."""

from __future__ import annotations

import re

import click

from minutes_nlp.model.language import Language

# "Got unexpected extra argument (x)" or "… arguments 'x' 'y'", by the version of click.
_EXTRA = re.compile(r"^Got unexpected extra arguments?(?:\(s\))?|[()'.:]")
_HELP = "Gọi “{path} --help” để xem cách dùng."


def usage_message(error: click.ClickException, language: Language) -> str:
    """Return the one-line message for a wrong call."""
    if language == "en":
        return " ".join(error.format_message().split())
    context = error.ctx if isinstance(error, click.UsageError) else None
    path = context.command_path if context else "minutes-nlp"
    return f"{_what(error)} {_HELP.format(path=path)}"


def _what(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"Không có tùy chọn {error.option_name}.{_nearest(error.possibilities)}"
    if isinstance(error, click.BadOptionUsage):
        if "does not take" in error.format_message():
            return f"Tùy chọn {error.option_name} không nhận giá trị đi kèm."
        return f"Tùy chọn {error.option_name} cần một giá trị đi kèm."
    if isinstance(error, click.MissingParameter):
        return f"Còn thiếu {_parameter(error.param)}."
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    if isinstance(error, click.FileError):
        return f"Không mở được tệp {error.ui_filename}."
    return _other(error)


def _bad_value(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        choices = ", ".join(str(choice) for choice in kind.choices)
        return f"Giá trị của {_parameter(error.param)} phải là một trong: {choices}."
    return f"Giá trị của {_parameter(error.param)} chưa đúng."


def _parameter(parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Option):
        return f"tùy chọn {parameter.opts[0]}"
    return f"tham số {parameter.make_metavar(_no_context())}" if parameter else "tham số"


def _no_context() -> click.Context:
    return click.Context(click.Command(None))


def _other(error: click.ClickException) -> str:
    name = getattr(error, "command_name", None)
    if name:
        return f"Không có lệnh “{name}”.{_nearest(getattr(error, 'possibilities', None))}"
    message = error.format_message()
    # These two are the only further errors of the parser; click gives them no class.
    if message.startswith("No such command"):
        return f"Không có lệnh {message.removeprefix('No such command').strip(' .')}."
    if message.startswith("Got unexpected extra argument"):
        return f"Thừa tham số: {_EXTRA.sub('', message).strip()}."
    return message


def _nearest(names: object) -> str:
    if not isinstance(names, (list, tuple)) or not names:
        return ""
    return f" Có phải ý là {', '.join(sorted(map(str, names)))}?"
