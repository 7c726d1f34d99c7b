"""Control words of Rich Text Format that change what is read."""

from __future__ import annotations

from typing import Final

from minutes_nlp.readers.run_story import LINE_BREAK

# fmt: off
SKIPPED: Final = frozenset({
    "aftncn", "aftnsep", "aftnsepc", "annotation", "atnauthor", "atndate", "atnicn", "atnid",
    "atnparent", "atnref", "atntime", "atrfend", "atrfstart", "author", "background", "bkmkend",
    "bkmkstart", "blipuid", "buptim", "category", "colorschememapping", "colortbl", "comment",
    "company", "creatim", "datafield", "datastore", "defchp", "defpap", "docvar", "ebcend",
    "ebcstart", "factoidname", "falt", "fchars", "ffdeftext", "ffentrymcr", "ffexitmcr",
    "ffformat", "ffhelptext", "ffl", "ffname", "ffstattext", "file", "filetbl", "fldinst",
    "fldtype", "fontemb", "fontfile", "footnotesep", "formfield", "ftncn", "ftnsep", "ftnsepc",
    "generator", "gridtbl", "hlinkbase", "hlloc", "hlsrc", "hsv", "info", "keycode", "keywords",
    "latentstyles", "lchars", "levelnumbers", "leveltext", "lfolevel", "linkval", "list",
    "listlevel", "listname", "listoverride", "listoverridetable", "listpicture", "liststylename",
    "listtable", "lsdlockedexcept", "mailmerge", "manager", "nextfile", "nonesttables",
    "nonshppict", "objalias", "objclass", "objdata", "objname", "objsect", "objtime", "oldcprops",
    "oldpprops", "oldsprops", "oldtprops", "oleclsid", "operator", "panose", "password",
    "passwordhash", "pgp", "pgptbl", "picprop", "pict", "pnseclvl", "pntxta", "pntxtb", "printim",
    "private", "propname", "protend", "protstart", "protusertbl", "pxe", "revtbl", "revtim",
    "rsidtbl", "rxe", "shprslt", "sn", "sp", "staticval", "stylesheet", "subject", "sv", "tc",
    "template", "themedata", "title", "txe", "userprops", "wgrffmtfilter", "windowcaption",
    "writereservation", "writereservhash", "xe", "xform", "xmlattrname", "xmlattrvalue",
    "xmlclose", "xmlname", "xmlnstbl", "xmlopen",
})
# fmt: on
"""Groups that hold nothing that is shown in the text."""
STARRED_AND_READ: Final = frozenset({"do", "moMath", "nesttableprops", "shpinst", "ud"})
ROLES: Final = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "header"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "footer"),
    **dict.fromkeys(("listtext", "pntext"), "label"),
    **dict.fromkeys(("shptxt", "dptxbxtext"), "box"),
    "footnote": "note",
}
"""Groups with a story of their own."""
SIGNS: Final = {
    "tab": " ",
    "line": LINE_BREAK,
    "lbr": LINE_BREAK,
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
# The soft hyphen is a letter in fonts of the TCVN3 encoding.
SYMBOLS: Final = {"~": " ", "_": "-", "-": "\u00ad", "{": "{", "}": "}", "\\": "\\", "\t": " "}
ENDS: Final = frozenset({"par", "sect", "page", "column"})
ENDS_IN_TABLES: Final = frozenset({"cell", "nestcell", "row", "nestrow"})
MACHINES: Final = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
FORMATS: Final = frozenset(
    {"f", "uc", "plain", "v", "deleted", "mvf", "pard", "intbl", "itap", "fcharset", "cpg"}
)
READ: Final = frozenset({*SIGNS, *ENDS, *ENDS_IN_TABLES, *MACHINES, *FORMATS, "ansicpg", "deff"})
"""Every word that has a meaning anywhere but at the beginning of a group."""
