"""The text of a CSV file as French and English spreadsheets write it: which coding, which separator."""

SEPARATORS = (";", "\t", ",")
WINDOWS = "cp1252"


def decoded(content: bytes) -> tuple[str, str] | None:
    """The text without a mark at its start, and its coding: UTF-8, or one of the ways in which spreadsheets write.

    None where it is no text.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        codings = ["utf-16"]
    elif b"\x00" in content:
        codings = []
    else:
        codings = ["utf-8-sig", WINDOWS]
    for coding in codings:
        try:
            text = content.decode(coding)
        except UnicodeDecodeError:
            continue
        return None if "\x00" in text else (text, coding)
    return None


def separator(text: str) -> str:
    """The separator that the first lines hold most of."""
    first = [line for line in text.splitlines()[:20] if line.strip()]
    return max(SEPARATORS, key=lambda each: sum(line.count(each) for line in first))
