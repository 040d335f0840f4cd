"""Lemmas as edit scripts, so that lemmatising is a classification.

A script is `=lemma` (the lemma itself) or CASING CUT+SUFFIX, as in `l3+y` (studies -> study):
CASING is l (lower-case the form), t (lower-case, then upper-case the first character), u (upper-case)
or k (keep the form); then CUT characters (code points) are removed at the end and SUFFIX is appended.
"""
from __future__ import annotations

import re

SCRIPT = re.compile(r"^([ltuk])(\d+)\+(.*)$", re.S)


def recase(form: str, casing: str) -> str:
    if casing == "l":
        return form.lower()
    if casing == "u":
        return form.upper()
    if casing == "t":
        return form[:1].upper() + form[1:].lower()
    return form


def make_script(form: str, lemma: str) -> str:
    best = ("=" + lemma, 2 + len(lemma))
    for casing in "ltuk":
        base = recase(form, casing)
        same = 0
        while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
            same += 1
        cut, suffix = len(base) - same, lemma[same:]
        cost = cut + len(suffix)
        if same and cost < best[1]:
            best = (f"{casing}{cut}+{suffix}", cost)
    return best[0]


def apply_script(form: str, script: str) -> str:
    if script.startswith("="):
        return script[1:]
    casing, cut, suffix = SCRIPT.match(script).groups()
    base = recase(form, casing)
    return base[: max(0, len(base) - int(cut))] + suffix
