"""Walk the groups of an RTF file and hand its text to stories."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from minutes_nlp.model.document import ParagraphKind
from minutes_nlp.readers import refusals
from minutes_nlp.readers.letters.detection import NOTHING, Expected
from minutes_nlp.readers.letters.legacy_fonts import claim_of
from minutes_nlp.readers.limits import Limits
from minutes_nlp.readers.number_formats import format_bullet
from minutes_nlp.readers.rtf.fonts import Font, Fonts, code_page_of
from minutes_nlp.readers.rtf.letters import letters_of, without_first
from minutes_nlp.readers.rtf.tokens import Token, Tokens
from minutes_nlp.readers.rtf.words import (
    ENDS,
    ENDS_IN_TABLES,
    MACHINES,
    READ,
    ROLES,
    SIGNS,
    SKIPPED,
    STARRED_AND_READ,
    SYMBOLS,
)
from minutes_nlp.readers.run_story import Story
from minutes_nlp.readers.size import check_size


@dataclass(frozen=True, slots=True)
class _State:
    """What holds until the group ends."""

    story: Story
    font: int | None = None
    stand_ins: int = 1
    """How many characters stand for the same letter after each ``\\u``."""
    hidden: bool = False
    deleted: bool = False
    in_table: bool = False
    depth: int | None = None
    fonts: bool = False
    """Inside the font table."""

    @property
    def table_depth(self) -> int:
        """0 outside tables, 1 in a table, 2 in a table in a cell, and so on."""
        return self.depth if self.depth is not None else int(self.in_table)


@dataclass(slots=True)
class RtfParser:
    """Reads one file; afterwards its stories hold the text."""

    limits: Limits
    expected: Expected = NOTHING
    """What the file is known to betray of its encoding."""
    stored: list[str] = field(default_factory=list)
    """The paragraphs of all stories, as they are stored."""
    body: Story = field(init=False)
    headers: list[Story] = field(default_factory=list)
    footers: list[Story] = field(default_factory=list)
    _fonts: Fonts = field(default_factory=Fonts)
    _font: Font = field(default_factory=Font)
    """The font that the font table is describing."""
    _groups: list[tuple[_State, str]] = field(default_factory=list)
    """What held outside each open group, and the group's role."""
    _to_skip: int = 0
    _characters: int = 0
    _ends: int = 0

    def __post_init__(self) -> None:
        self.body = self._story("body")

    @property
    def claims(self) -> bool:
        """Whether a font of the table is one of an old encoding."""
        return any(claim_of(font.name) for font in self._fonts.table.values())

    def _story(self, kind: ParagraphKind) -> Story:
        return Story(kind, self.expected, stored=self.stored)

    def parse(self, data: bytes) -> None:
        """Read ``data``.

        Raises:
            UnreadableInputError: it ends before its groups do, is nested too deeply, too large.
        """
        if data.count(b"\\") + data.count(b"{") > self.limits.markup:
            raise refusals.too_large(f"{self.limits.markup} thẻ (tags)")
        tokens = Tokens(data)
        state = _State(self.body)
        begun = starred = twin = False
        for token in tokens:
            kind, name, _, text = token
            if kind == "text":
                self._take_text(text, state)
                begun = False
            elif kind == "open":
                self._open(state)
                begun, starred = True, False
                if twin:  # \\upr: the same text once more, without Unicode
                    tokens.skip_group()
                    twin = False
            elif kind == "close":
                state = self._close(state)
                begun = False
                if not self._groups:
                    return
            elif begun and name == "*":
                starred = True
            elif begun and _is_dropped(name, starred):
                tokens.skip_group()
            elif begun or kind == "symbol" or name in READ:
                state = self._begin(name, state) if begun else state
                twin = begun and name == "upr"
                begun = False
                state = self._take(token, state)
        raise refusals.damaged()

    def _open(self, state: _State) -> None:
        self._to_skip = 0
        if len(self._groups) >= self.limits.depth:
            raise refusals.unsafe("các nhóm lồng nhau quá sâu", "groups are nested too deeply")
        self._groups.append((state, ""))

    def _begin(self, name: str, state: _State) -> _State:
        """Begin a group whose first word is ``name``."""
        if name == "fonttbl":
            return replace(state, fonts=True)
        role = ROLES.get(name)
        if role is None:
            return state
        self._groups[-1] = (self._groups[-1][0], role)
        self._count(0)
        story = self._story("text_box" if role == "box" else "body")
        return _State(story, stand_ins=state.stand_ins)

    def _close(self, state: _State) -> _State:
        self._to_skip = 0
        if not self._groups:
            raise refusals.damaged()
        outer, role = self._groups.pop()
        if role == "header":
            self.headers.append(state.story)
        elif role == "footer":
            self.footers.append(state.story)
        elif outer.hidden or outer.deleted:
            pass
        elif role == "label":
            outer.story.set_label(_label(state.story.open_text()))
        elif role == "box":
            outer.story.add_boxes(state.story.end())
        elif role == "note":
            note = state.story.line()
            outer.story.add(f" ({note})" if note else "", finished=True)
        return outer

    def _take_text(self, text: bytes, state: _State) -> None:
        if self._to_skip:
            text, self._to_skip = without_first(text, self._to_skip)
        if state.fonts:
            self._font.name += text.decode("latin-1")
        elif text:
            fonts, font = self._fonts, state.font
            letters, missing = letters_of(
                text, state.stand_ins, lambda data: fonts.decode(data, font)
            )
            self._to_skip = missing
            self._write(letters, state)

    def _write(self, text: str, state: _State) -> None:
        self._characters += len(text)
        if not (state.hidden or state.deleted):
            state.story.add(text, self._fonts.name(state.font))

    def _take(self, token: Token, state: _State) -> _State:
        name, number = token.name, token.number
        if name in SIGNS or token.kind == "symbol":
            self._take_sign(token, state)
        elif name in ENDS or name in ENDS_IN_TABLES:
            self._end(name, state)
        elif state.fonts:
            self._describe_font(name, number)
        else:
            self._set_file(name, number)
            return _changed(state, name, number)
        return state

    def _take_sign(self, token: Token, state: _State) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif token.kind == "word":
            self._write(SIGNS[token.name], state)
        elif token.name in "\r\n":
            self._end("par", state)
        else:
            self._write(SYMBOLS.get(token.name, ""), state)

    def _end(self, name: str, state: _State) -> None:
        story, depth = state.story, state.table_depth
        self._count(len(self.body.rows.finished))
        if name in ("cell", "nestcell"):
            story.end_cell(1 if name == "cell" else max(depth, 2))
        elif name in ("row", "nestrow"):
            story.end_row(1 if name == "row" else max(depth, 2))
        elif name == "par" and (state.hidden or state.deleted):
            story.drop_label()
        else:
            story.end_paragraph(depth)

    def _count(self, paragraphs: int) -> None:
        # Blank paragraphs, cells and notes cost time too.
        self._ends += 1
        check_size(max(paragraphs, self._ends // 5), self._characters, self.limits)

    def _describe_font(self, name: str, number: int | None) -> None:
        if name == "f":
            self._font = self._fonts.table.setdefault(number or 0, Font())
        elif name == "fcharset":
            self._font.charset = number or 0
        elif name == "cpg":
            self._font.code_page = code_page_of(number)

    def _set_file(self, name: str, number: int | None) -> None:
        if name == "ansicpg":
            self._fonts.set_code_page(number)
        elif name == "deff":
            self._fonts.default = number or 0
        elif name in MACHINES:
            self._fonts.code_page = MACHINES[name]


def _is_dropped(name: str, starred: bool) -> bool:
    if starred:
        return name not in STARRED_AND_READ and name not in ROLES
    return name in SKIPPED


def _label(text: str) -> str:
    """Return the number or bullet that the program wrote before the paragraph."""
    shown = text.strip()
    if len(shown) == 1 and not shown.isalnum():
        shown = format_bullet(shown)
    return f"{shown} " if shown and text != text.rstrip() else shown


def _changed(state: _State, name: str, number: int | None) -> _State:
    """Return ``state`` after a formatting word."""
    match name:
        case "f":
            return replace(state, font=number)
        case "uc":
            return replace(state, stand_ins=min(max(number or 0, 0), 100))
        case "plain":
            return replace(state, font=None, hidden=False, deleted=False)
        case "v":
            return replace(state, hidden=number != 0)
        case "deleted" | "mvf":
            return replace(state, deleted=number != 0)
        case "pard":
            return replace(state, in_table=False, depth=None)
        case "intbl":
            return replace(state, in_table=True)
        case "itap":
            return replace(state, depth=max(number or 0, 0))
    return state
