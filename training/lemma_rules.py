"""Lemmas of inflected words by rules over known lemmas: what a word-piece model cannot see in the spelling.

`models/lemmas.json` holds, by XPOS, `exceptions` (form -> lemma) and, by class, `known` lemmas, all counted in the
training trees, and the `rules`. For a lower-cased form: an exception wins; else the first candidate of the rules that
is known; else the candidate whose last three characters most known lemmas end in, if any does; else the model's script.
"""
from __future__ import annotations

import re
from collections import Counter, defaultdict

from .corpora import Sentence

CLASSES = {"NNS": "noun", "VBZ": "verb", "VBD": "verb", "VBN": "verb", "VBG": "verb", "JJR": "adj", "JJS": "adj",
           "RBR": "adj", "RBS": "adj"}
# Ending of the form, what replaces it; `*` also undoubles a doubled consonant.
RULES = {
    "s": [("ies", "y"), ("s", ""), ("es", ""), ("ses", "s"), ("ves", "f"), ("ves", "fe")],
    "ed": [("ed", "e"), ("ed", ""), ("ed", "*"), ("ied", "y"), ("d", "")],
    "ing": [("ing", "e"), ("ing", ""), ("ing", "*"), ("ying", "ie")],
    "er": [("er", "e"), ("er", ""), ("er", "*"), ("ier", "y")],
    "est": [("est", "e"), ("est", ""), ("est", "*"), ("iest", "y")],
}
RULES_OF = {"NNS": "s", "VBZ": "s", "VBD": "ed", "VBN": "ed", "VBG": "ing", "JJR": "er", "RBR": "er", "JJS": "est", "RBS": "est"}
EXCEPTION_TAGS = {*CLASSES, "NN", "VB", "VBP", "JJ", "RB", "MD", "IN", "DT", "PRP", "PRP$", "WP", "CC", "CD", "RP", "EX", "TO", "POS", "UH"}


def candidates(form: str, rules: str) -> list[str]:
    found = []
    for ending, put in RULES[rules]:
        if form.endswith(ending) and len(form) - len(ending) >= 2:
            stem = form[: -len(ending)]
            if put != "*":
                found.append(stem + put)
            elif stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return found


def count_ends(known: dict[str, list[str]]) -> dict[str, Counter]:
    return {kind: Counter(w[-3:] for w in words) for kind, words in known.items()}


def by_rules(form: str, xpos: str, known: dict[str, set[str]], ends: dict[str, Counter]) -> str | None:
    if xpos == "CD" and re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", form):
        return form.replace(",", "")
    if xpos not in RULES_OF:
        return None
    kind, found = CLASSES[xpos], candidates(form, RULES_OF[xpos])
    sure = next((c for c in found if c in known[kind]), None)
    if sure or not found:
        return sure
    likely = max(found, key=lambda c: ends[kind][c[-3:]])
    return likely if ends[kind][likely[-3:]] else None


def collect(sentences: list[Sentence]) -> dict:
    """The content of lemmas.json."""
    seen: dict[tuple[str, str], Counter] = defaultdict(Counter)
    known: dict[str, Counter] = {"noun": Counter(), "verb": Counter(), "adj": Counter()}
    of_tag = {"N": "noun", "V": "verb", "J": "adj", "R": "adj"}
    for s in sentences:
        for form, lemma, xpos in zip(s.words, s.lemmas or [], s.xpos or []):
            if xpos in EXCEPTION_TAGS and lemma != "_":
                seen[form.lower(), xpos][lemma] += 1
                kind = of_tag.get(xpos[0]) if xpos[:2] in ("NN", "VB", "JJ", "RB") else None
                if kind and lemma.isalpha() and lemma.islower():
                    known[kind][lemma] += 1
    lists = {kind: sorted(w for w in words) for kind, words in known.items()}
    sets = {kind: set(words) for kind, words in lists.items()}
    ends = count_ends(lists)
    exceptions: dict[str, dict[str, str]] = defaultdict(dict)
    for (form, xpos), lemmas in sorted(seen.items()):
        (lemma, count), total = lemmas.most_common(1)[0], sum(lemmas.values())
        regular = by_rules(form, xpos, sets, ends) or (form if xpos not in RULES_OF else None)
        plain = re.fullmatch(r"[a-z'’.&/-]+", form) and (total > 1 or form.isalpha())
        if count >= 0.55 * total and lemma != regular and plain:
            exceptions[xpos][form] = lemma
    rules = {"tags": {tag: [RULES_OF[tag], CLASSES[tag]] for tag in RULES_OF}, "endings": RULES}
    return {"rules": rules, "exceptions": dict(exceptions), "known": {kind: " ".join(words) for kind, words in lists.items()}}


def keeps_case(form: str, lemma: str) -> bool:
    """Whether a script's lemma differs from a capitalised form in nothing but the case of some letters."""
    return form[:1].isupper() and form != form.upper() and lemma != lemma.lower() and lemma.lower() == form.lower()


class Lemmas:
    def __init__(self, table: dict):
        lists = {kind: words.split(" ") for kind, words in table["known"].items()}
        self.known, self.ends = {kind: set(words) for kind, words in lists.items()}, count_ends(lists)
        self.exceptions = table["exceptions"]

    def find(self, form: str, xpos: str, scripted: str) -> str:
        """The lemma, given the one that the model's script makes."""
        lower = form.lower()
        ruled = self.exceptions.get(xpos, {}).get(lower) or by_rules(lower, xpos, self.known, self.ends)
        return ruled or (form if keeps_case(form, scripted) else scripted)
