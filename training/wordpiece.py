"""Words into BERT's uncased wordpieces and case classes: the exact rules that the TypeScript side repeats.

The rules are written out in models/README.md and carried, with examples, in models/annotator.json.
"""
from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

MAX_PART_CHARS = 100
MAX_WORD_PIECES = 12

CASE_CLASSES = ["none", "lower", "title", "upper", "single", "mixed", "number", "alphanumeric", "symbol"]


def read_vocab(path: Path) -> dict[str, int]:
    return {line.rstrip("\n"): i for i, line in enumerate(open(path, encoding="utf-8"))}


def is_punctuation(char: str) -> bool:
    code = ord(char)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(char).startswith("P")


def is_cjk(char: str) -> bool:
    code = ord(char)
    return (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x2CEAF
            or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F)


def split_parts(word: str) -> list[str]:
    """Lower-case, strip accents, drop control characters, split at white space and around punctuation and CJK."""
    parts: list[str] = []
    current = ""
    for char in unicodedata.normalize("NFD", word.lower()):
        category = unicodedata.category(char)
        if category == "Mn":
            continue
        if char in "\t\n\r" or category == "Zs":
            alone, keep = False, False
        elif category in ("Cc", "Cf") or char == "\ufffd":
            continue
        else:
            alone, keep = is_punctuation(char) or is_cjk(char), True
        if keep and not alone:
            current += char
            continue
        if current:
            parts.append(current)
            current = ""
        if alone:
            parts.append(char)
    if current:
        parts.append(current)
    return parts


class WordPiece:
    def __init__(self, vocab: dict[str, int]):
        self.vocab = vocab
        self.unk = vocab["[UNK]"]
        self.pieces = lru_cache(maxsize=200_000)(self._pieces)

    def _match(self, part: str) -> list[int]:
        if len(part) > MAX_PART_CHARS:
            return [self.unk]
        ids, start = [], 0
        while start < len(part):
            end = len(part)
            while end > start:
                piece = ("##" if start else "") + part[start:end]
                if piece in self.vocab:
                    ids.append(self.vocab[piece])
                    break
                end -= 1
            else:
                return [self.unk]
            start = end
        return ids

    def _pieces(self, word: str) -> tuple[int, ...]:
        """At least one and at most MAX_WORD_PIECES piece ids (of a longer word the first ones)."""
        ids = [i for part in split_parts(word) for i in self._match(part)]
        return tuple(ids[:MAX_WORD_PIECES]) or (self.unk,)


@lru_cache(maxsize=200_000)
def case_class(word: str) -> int:
    """Index into CASE_CLASSES. Upper is Lu or Lt; a letter without case counts as lower."""
    letters = [unicodedata.category(c) in ("Lu", "Lt") for c in word if unicodedata.category(c).startswith("L")]
    digit = any(unicodedata.category(c) == "Nd" for c in word)
    if not letters:
        return 6 if digit else 8
    if digit:
        return 7
    if not any(letters):
        return 1
    if len(letters) == 1:
        return 4
    if all(letters):
        return 3
    if letters[0] and not any(letters[1:]):
        return 2
    return 5
