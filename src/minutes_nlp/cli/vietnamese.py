"""Click commands whose help and errors are Vietnamese and whose exit codes are our own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any, Final, NoReturn

import click

from minutes_nlp.cli.streams import discard_stdout, say
from minutes_nlp.cli.usage_messages import usage_message
from minutes_nlp.errors import ExitCode, MinutesNlpError
from minutes_nlp.model.language import Language, Text

INTERRUPTED = Text("Đã dừng theo yêu cầu.", "Interrupted.")
INTERNAL = Text(
    "Lỗi bên trong chương trình ({error}). Mong đồng chí báo lại cho người phụ trách phần mềm.",
    "Internal error ({error}). Please report it.",
)

_REQUIRED: Final = ("[required]", "(bắt buộc)")


class Command(click.Command):
    """A command with Vietnamese help."""

    def __init__(self, *args: Any, **attributes: Any) -> None:
        attributes.setdefault("options_metavar", "[TÙY CHỌN]")
        super().__init__(*args, **attributes)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how to call the command."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="Cách dùng: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        rows = [(name, text.replace(*_REQUIRED)) for name, text in filter(None, records)]
        with formatter.section("Tùy chọn"):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help`` with a Vietnamese text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Hiện phần trợ giúp này rồi thoát."
        return option


class Group(Command, click.Group):
    """The group: turns every error into one line on stderr and an exit code."""

    def __init__(self, *args: Any, **attributes: Any) -> None:
        attributes.setdefault("subcommand_metavar", "LỆNH [THAM SỐ]…")
        super().__init__(*args, **attributes)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands in the order in which they were added."""
        Command.format_options(self, ctx, formatter)
        rows = [(name, command.get_short_help_str(60)) for name, command in self.commands.items()]
        with formatter.section("Các lệnh"):
            formatter.write_dl(rows)

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> NoReturn:
        """Run a command line and exit; never a traceback, never more than one line of error."""
        arguments = list(sys.argv[1:] if args is None else args)
        extra["standalone_mode"] = False
        sys.exit(_outcome(lambda: super(Group, self).main(arguments, *rest, **extra), arguments))


def _outcome(call: Callable[[], Any], arguments: list[str]) -> int:
    language = _language(arguments)
    try:
        code = call()
        sys.stdout.flush()
    except BrokenPipeError:
        discard_stdout()
        return ExitCode.CLEAN
    except (KeyboardInterrupt, click.Abort):
        say(INTERRUPTED.in_language(language))
        return ExitCode.INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:
        say(error.format_message(), name=False)
        return ExitCode.USAGE
    except click.ClickException as error:
        say(usage_message(error, language))
        return ExitCode.USAGE
    except MinutesNlpError as error:
        say(error.message(language))
        return error.exit_code
    except Exception as error:
        say(INTERNAL.in_language(language).format(error=type(error).__name__))
        return ExitCode.INTERNAL
    return code if isinstance(code, int) else ExitCode.CLEAN


def _language(arguments: list[str]) -> Language:
    # An error may come before the options are parsed, so the language is read off the words.
    joined = " ".join(arguments)
    return "en" if "--lang en" in joined or "--lang=en" in joined else "vi"
