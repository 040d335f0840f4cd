"""Reads the corpora: CoNLL-U trees (EWT, GUM) and names (GUM's entities, WikiGold, re3d) as plain sentences.

A task that a corpus has no gold for is None there; a single word without gold is None (names) and is masked in the loss.
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from . import names_lists as lists

NAME_TYPES = ["PER", "ORG", "LOC", "NORP", "WEAPON", "DOC", "EVENT"]
EWT_NAMES = Path(__file__).parent / "names/ewt-train.tsv"
# Under a non-commercial licence, so left out of what we ship.
RE3D_LEFT_OUT = {"BBC_Online"}


@dataclass
class Sentence:
    words: list[str]
    source: str
    upos: list[str] | None = None
    xpos: list[str] | None = None
    feats: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    labels: list[str] | None = None
    names: list[str | None] | None = None
    entities: list[tuple[int, int, str]] = field(default_factory=list)
    id: str = ""
    case: list[int] | None = None


def read_conllu(path: Path, source: str) -> list[Sentence]:
    sentences = []
    for block in open(path, encoding="utf-8").read().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if re.match(r"\d+\t", line)]
        if not rows:
            continue
        column = lambda i: [row[i] for row in rows]
        id_ = re.search(r"^# sent_id = (.*)$", block, re.M)
        sentences.append(Sentence(
            id=id_.group(1) if id_ else "", words=column(1), source=source, upos=column(3), xpos=column(4), feats=column(5), lemmas=column(2),
            heads=[int(h) for h in column(6)], labels=column(7), entities=read_entities(column(9))))
    return sentences


def read_entities(misc: list[str]) -> list[tuple[int, int, str]]:
    """GUM's bracket notation as (first, last, type), outermost first."""
    entities: list[tuple[int, int, str]] = []
    open_: list[tuple[int, str, str]] = []
    for i, value in enumerate(misc):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", value)
        if not match:
            continue
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", match.group(1)):
            key = part.strip("()").split("-")
            if part.startswith("("):
                open_.append((i, key[0], key[1]))
            if part.endswith(")"):
                for j in range(len(open_) - 1, -1, -1):
                    if open_[j][1] == key[0]:
                        first, _, kind = open_.pop(j)
                        entities.append((first, i, kind))
                        break
    return sorted(entities, key=lambda e: (e[0], -e[1]))


GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVENT", "object": "none",
             "abstract": "none", "time": "none", "animal": "none", "plant": "none", "substance": "none"}
WEAPON_WORDS = {w.lower() for w in lists.WEAPON_NAMES}
DOC_WORD = re.compile(r"\b(Treaty|Convention|Agreement|Accords?|Protocol|Charter|Resolution|Constitution|Act|Pact)\b")
INNER = {"of", "the", "and", "de", "von", "van", "for", "al", "bin", "du", "la", "del", "'s", "&", "-", "’s", "on"}


def capitalised(word: str) -> bool:
    return bool(word) and (word[0].isupper() or (word[0].isdigit() and any(c.isalpha() for c in word)))


def trim_name(s: Sentence, first: int, last: int, kind: str) -> tuple[int, int] | None:
    """The proper name around the head of a mention, or None where the head is no proper noun."""
    heads = [i for i in range(first, last + 1) if not first + 1 <= s.heads[i] <= last + 1]
    if not heads or s.upos[heads[0]] != "PROPN":
        return None
    head = heads[0]
    proper = lambda i: s.upos[i] == "PROPN" or (capitalised(s.words[i]) and s.upos[i] in ("ADJ", "NOUN", "VERB", "NUM", "X"))
    start = end = head
    while start > first:
        gap = start - 1
        while gap > first and start - gap < 3 and s.words[gap].lower() in INNER - {"on", "'s", "’s"}:
            gap -= 1
        if not proper(gap):
            break
        start = gap
    while end < last:
        gap = end + 1
        if kind == "PER" and s.words[gap].lower() in ("of", "the", "and", "for", "on", "in", "'s", "&"):
            break
        while gap < last and gap - end < 3 and s.words[gap].lower() in INNER:
            gap += 1
        if not (proper(gap) or (s.upos[gap] == "NUM" and gap == end + 1)):
            break
        end = gap
    while start < end and kind == "PER" and s.words[start].lower() in lists.TITLE_WORDS:
        start += 1
    if start == end and (s.words[start].lower() in lists.TITLE_WORDS or s.words[start] in lists.MONTHS_DAYS):
        return None
    return start, end


def refine_type(kind: str, text: str) -> str:
    if text.lower() in lists.NORP_WORDS:
        return "NORP"
    if text.lower() in WEAPON_WORDS:
        return "WEAPON"
    if kind in ("none", "MISC", "ORG", "EVENT") and DOC_WORD.search(text) and " " in text:
        return "DOC" if kind != "ORG" else kind
    if kind == "ORG" and text.lower() in lists.COUNTRY_SET:
        return "LOC"
    return kind


def mark(names: list[str | None], first: int, last: int, kind: str) -> None:
    for i in range(first, last + 1):
        names[i] = ("B-" if i == first else "I-") + kind


def gum_names(s: Sentence) -> list[str | None]:
    names: list[str | None] = ["O"] * len(s.words)
    taken: set[int] = set()
    for first, last, kind in s.entities:
        span = trim_name(s, first, last, GUM_TYPES.get(kind, "none"))
        if not span or taken & set(range(span[0], span[1] + 1)):
            continue
        text = " ".join(s.words[span[0]:span[1] + 1])
        type_ = refine_type(GUM_TYPES.get(kind, "none"), text)
        taken |= set(range(span[0], span[1] + 1))
        if type_ in NAME_TYPES:
            mark(names, *span, type_)
    for i, word in enumerate(s.words):
        if i in taken:
            continue
        if word.lower() in lists.NORP_WORDS and capitalised(word):
            names[i] = "B-NORP"
        elif s.upos[i] == "PROPN" and s.xpos[i] != "ADD" and word.lower() not in lists.TITLE_WORDS and word not in lists.MONTHS_DAYS:
            names[i] = None
    return names


def read_standoff(path: Path) -> dict[str, list[tuple[int, int, str]]]:
    """Names by sentence id: lines `sent_id first last type`, words counted from 1, both ends within."""
    names: dict[str, list[tuple[int, int, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        sent_id, first, last, kind = line.split("\t")
        names.setdefault(sent_id, []).append((int(first) - 1, int(last) - 1, kind))
    return names


def ewt_names(sentences: list[Sentence]) -> None:
    """Our own annotation of EWT train, names/ewt-train.tsv; a sentence that it does not list has no names."""
    standoff = read_standoff(EWT_NAMES)
    unknown = standoff.keys() - {s.id for s in sentences}
    if unknown:
        raise ValueError(f"{EWT_NAMES}: {len(unknown)} sentences are not in EWT train ({min(unknown)}, ...): another release of the treebank?")
    for s in sentences:
        s.names = ["O"] * len(s.words)
        for first, last, kind in standoff.get(s.id, []):
            mark(s.names, first, last, kind)


def read_columns(path: Path) -> list[tuple[list[str], list[str]]]:
    sentences, words, tags = [], [], []
    for line in [*open(path, encoding="utf-8"), "\n"]:
        parts = line.split()
        if len(parts) >= 2:
            words.append(parts[0])
            tags.append(parts[-1])
        elif words:
            sentences.append((words, tags))
            words, tags = [], []
    return sentences


def spans_of(tags: list[str]) -> list[tuple[int, int, str]]:
    """Spans of IO or BIO tags."""
    spans, start = [], None
    for i, tag in enumerate([*tags, "O"]):
        prefix, _, kind = tag.partition("-")
        if start is not None and (prefix != "I" or kind != spans_kind):
            spans.append((start, i - 1, spans_kind))
            start = None
        if prefix in "BI" and kind and start is None:
            start, spans_kind = i, kind
    return spans


def read_wikigold(path: Path) -> list[Sentence]:
    sentences = []
    for words, tags in read_columns(path):
        names: list[str | None] = ["O"] * len(words)
        for first, last, kind in spans_of(tags):
            if words[first].lower() in ("the", "a", "an") and last > first and kind != "MISC":
                first += 1
            type_ = refine_type(kind, " ".join(words[first:last + 1]))
            if type_ == "MISC":
                names[first:last + 1] = [None] * (last + 1 - first)
            else:
                mark(names, first, last, type_)
        sentences.append(Sentence(words=words, source="wikigold", names=names))
    return sentences


RE3D_TYPES = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP", "Weapon": "WEAPON",
              "MilitaryPlatform": "WEAPON", "DocumentReference": "DOC"}


RE3D_TITLES = lists.TITLE_WORDS | {"spokesperson", "office", "navy", "army", "state", "capt.", "us", "u.s.", "uk", "staff"}
NOT_NAMES = set("the a an its their his this i we he she it they you our my who those these".split())


def re3d_span(words: list[str], first: int, last: int, kind: str) -> tuple[int, int] | None:
    """The longest run of capitalised words (with `of`, `the`, `and` inside) of a mention, or None."""
    best: tuple[int, int] | None = None
    i = first
    while i <= last:
        if not capitalised(words[i]):
            i += 1
            continue
        j = i
        while j < last:
            k = j + 1
            while k < last and k - j < 3 and words[k].lower() in INNER - {"on"}:
                k += 1
            if not capitalised(words[k]):
                break
            j = k
        if best is None or j - i >= best[1] - best[0]:
            best = (i, j)
        i = j + 1
    if best is None:
        return None
    start, end = best
    if words[start].lower() in ("the", "a", "an", "its", "their", "his", "this") and start < end:
        start += 1
    if kind == "PER":
        after = [i + 1 for i in range(start, end) if words[i].lower() in RE3D_TITLES]
        start = max([start, *after])
    if not capitalised(words[start]) or (start == end and words[start].lower() in RE3D_TITLES | NOT_NAMES):
        return None
    return start, end


def re3d_doubtful(kind: str, text: str) -> bool:
    """re3d's weapons and documents are mostly descriptions; only the shapes of a name are kept."""
    if kind == "WEAPON":
        return not (re.search(r"[A-Za-z]+ ?- ?\d|^(USS|HMS|FS) ", text) or text.lower() in WEAPON_WORDS)
    if kind == "DOC":
        return not (DOC_WORD.search(text) and " " in text)
    return False


def read_re3d(folder: Path) -> list[Sentence]:
    sentences = []
    for path in sorted(folder.glob("CONLL-format/data-by-source/conll/*/*.conll")):
        if path.parent.name in RE3D_LEFT_OUT:
            continue
        for words, tags in read_columns(path):
            names: list[str | None] = ["O"] * len(words)
            for first, last, kind in spans_of(tags):
                type_ = RE3D_TYPES.get(kind)
                span = re3d_span(words, first, last, type_) if type_ else None
                if not span:
                    continue
                text = " ".join(words[span[0]:span[1] + 1])
                if re3d_doubtful(type_, text):
                    names[span[0]:span[1] + 1] = [None] * (span[1] + 1 - span[0])
                else:
                    mark(names, *span, refine_type(type_, text))
            for i, word in enumerate(words):
                if names[i] == "O" and i and capitalised(word) and word not in lists.MONTHS_DAYS \
                        and word.lower() not in lists.TITLE_WORDS | NOT_NAMES:
                    names[i] = "B-NORP" if word.lower() in lists.NORP_WORDS else None
            sentences.append(Sentence(words=words, source="re3d", names=names))
    return sentences


def read_training(data: Path) -> list[Sentence]:
    gum = read_conllu(data / "ud-gum/train.conllu", "gum")
    for s in gum:
        s.names = gum_names(s)
    ewt = read_conllu(data / "ud-ewt/train.conllu", "ewt")
    ewt_names(ewt)
    return [*ewt, *gum, *read_wikigold(data / "ner/wikigold/wikigold.conll.txt"), *read_re3d(data / "ner/re3d")]
