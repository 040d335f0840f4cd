"""Sentences as batches of arrays: label vocabularies, noise of case and punctuation, batches of similar length."""
from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, replace

import numpy as np

from . import names_lists as lists
from .corpora import NAME_TYPES, Sentence, spans_of
from .lemma_scripts import make_script
from .wordpiece import WordPiece, case_class

IGNORE = -100
NAME_TAGS = ["O"] + [f"{prefix}-{kind}" for kind in NAME_TYPES for prefix in "BI"]
MAX_TRAIN_WORDS = 120


@dataclass
class Labels:
    upos: list[str]
    xpos: list[str]
    feats: list[str]
    lemma: list[str]
    deprel: list[str]
    names: list[str]

    def index(self, task: str) -> dict[str, int]:
        return {label: i for i, label in enumerate(getattr(self, task))}


def collect_labels(sentences: list[Sentence]) -> Labels:
    trees = [s for s in sentences if s.heads]
    count = lambda column: Counter(v for s in trees for v in getattr(s, column))
    often = lambda counter, least: sorted((k for k, n in counter.items() if n >= least), key=lambda k: (-counter[k], k))
    scripts = Counter(make_script(w, l) for s in trees for w, l in zip(s.words, s.lemmas))
    return Labels(upos=often(count("upos"), 1), xpos=often(count("xpos"), 1), feats=often(count("feats"), 2),
                  lemma=often(scripts, 2), deprel=often(count("labels"), 1), names=NAME_TAGS)


SMALL_WORDS = set("a an the and or but of in on at to for by with from as is be are it that than vs".split())


def recase(words: list[str], mode: str) -> list[str]:
    if mode == "lower":
        return [w.lower() for w in words]
    if mode == "upper":
        return [w.upper() for w in words]
    title = lambda w: w[:1].upper() + w[1:]
    if mode == "title":
        return [title(w) for w in words]
    if mode == "headline":
        return [w if i and w.lower() in SMALL_WORDS else title(w) for i, w in enumerate(words)]
    return words


MODES = [("lower", 0.08), ("title", 0.06), ("headline", 0.05), ("upper", 0.04)]
QUOTES = [{'"': "“", "'s": "’s", "n't": "n’t", "'re": "’re", "'ve": "’ve", "'ll": "’ll", "'m": "’m", "'": "’",
           "--": "—", "-": "–", "``": "“", "''": "”", "...": "…"},
          {"“": '"', "”": '"', "’s": "'s", "n’t": "n't", "’": "'", "—": "-", "–": "-", "‘": "'", "…": "..."}]


def add_noise(s: Sentence, rng: random.Random, pool: NamePool | None = None) -> Sentence:
    """A copy in another case, with other quotes and dashes, or without its final stop, and with a pool with other names or
    misspelt words; usually the sentence itself."""
    if pool:
        s = pool.swap(s, rng, 0.5) if rng.random() < 0.2 else s
        s = add_spelling(s, rng) if rng.random() < 0.07 else s
    words, draw = s.words, rng.random()
    for mode, share in MODES:
        if draw < share:
            words = recase(words, mode)
            break
        draw -= share
    if rng.random() < 0.12:
        table = QUOTES[rng.random() < 0.5]
        words = [table.get(w, w) for w in words]
    lemmas = s.lemmas
    if lemmas and words is not s.words:
        lemmas = [w if l == old and s.upos[i] in ("PUNCT", "SYM") else l
                  for i, (w, old, l) in enumerate(zip(words, s.words, s.lemmas))]
    cut = len(words)
    if s.heads and cut > 3 and s.upos[-1] == "PUNCT" and cut not in s.heads and rng.random() < 0.08:
        cut -= 1
    part = lambda column: column[:cut] if column else None
    case = [case_class(w) for w in s.words[:cut]]
    return Sentence(words=words[:cut], source=s.source, upos=part(s.upos), xpos=part(s.xpos), feats=part(s.feats),
                    lemmas=part(lemmas), heads=part(s.heads), labels=part(s.labels), names=part(s.names), case=case)


@dataclass
class NamePool:
    """One-word names and names of several words that may stand for others of their type, by type and number of words."""
    names: dict[tuple[str, int], list[list[str]]]

    def swap(self, s: Sentence, rng: random.Random, share: float) -> Sentence:
        """A copy in which each name is, at `share`, another of as many words; tags, lemmas' shapes and trees stay true."""
        if not s.names:
            return s
        words, lemmas = list(s.words), list(s.lemmas) if s.lemmas else None
        for first, last, kind in spans_of([n or "O" for n in s.names]):
            pool = self.names.get((kind, last - first + 1))
            proper = not s.upos or all(p == "PROPN" for p in s.upos[first:last + 1])
            if not pool or not proper or rng.random() >= share or not all(w[:1].isupper() and w.isalpha() for w in words[first:last + 1]):
                continue
            words[first:last + 1] = rng.choice(pool)
            if lemmas:
                lemmas[first:last + 1] = words[first:last + 1]
        return replace(s, words=words, lemmas=lemmas)


def collect_pool(corpus: list[Sentence]) -> NamePool:
    """The names of the corpora and of our lists."""
    pool: dict[tuple[str, int], set[tuple[str, ...]]] = {}
    put = lambda kind, words: pool.setdefault((kind, len(words)), set()).add(tuple(words))
    for s in corpus:
        for first, last, kind in spans_of([n or "O" for n in s.names or []]):
            words = s.words[first:last + 1]
            if kind in ("PER", "LOC", "ORG") and all(w[:1].isupper() and w.isalpha() for w in words):
                put(kind, words)
    for kind, names in (("PER", lists.FIRST_NAMES + lists.LAST_NAMES), ("LOC", lists.PLACES + lists.CAPITAL_NAMES + lists.COUNTRY_NAMES), ("ORG", lists.ORG_NAMES)):
        for name in names:
            if all(w[:1].isupper() and w.isalpha() for w in name.split()):
                put(kind, name.split())
    return NamePool({key: [list(n) for n in sorted(names)] for key, names in pool.items()})


@dataclass
class WordPool:
    """Words by their tag and features, as often as the trees have them, to make sentences that nobody wrote."""
    sentences: list[Sentence]
    words: dict[tuple[str, str], list[str]]

    def mix(self, s: Sentence, rng: random.Random) -> Sentence:
        """The words with some of another sentence's in place of those of their tag and features; what is right there is for a teacher to say."""
        share = rng.choice((0.1, 0.2, 0.35))
        swap = lambda w, upos, key: rng.choice(self.words[key]) if upos in OPEN and rng.random() < share else w
        return Sentence(words=[swap(*each) for each in zip(s.words, s.upos, zip(s.xpos, s.feats))], source="mixed")


OPEN = {"NOUN", "VERB", "ADJ", "ADV", "PROPN", "NUM"}


def collect_words(corpus: list[Sentence]) -> WordPool:
    trees, words = [s for s in corpus if s.heads], {}
    for s in trees:
        for word, key in zip(s.words, zip(s.xpos, s.feats)):
            words.setdefault(key, []).append(word)
    return WordPool(trees, words)


def misspell(word: str, rng: random.Random) -> str:
    """Two letters changed about, one left out or one doubled."""
    at = rng.randrange(1, len(word) - 1)
    kind = rng.random()
    if kind < 0.4:
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]
    return word[:at] + word[at + 1:] if kind < 0.7 else word[:at] + word[at] + word[at:]


def add_spelling(s: Sentence, rng: random.Random) -> Sentence:
    """A copy with one or two misspelt lower-case words, whose lemmas are then unknown."""
    plain = [i for i, w in enumerate(s.words) if len(w) > 3 and w.isascii() and w.islower() and w.isalpha()]
    if not plain:
        return s
    words, lemmas = list(s.words), list(s.lemmas) if s.lemmas else None
    for i in rng.sample(plain, min(len(plain), rng.choice((1, 1, 2)))):
        words[i] = misspell(words[i], rng)
        if lemmas:
            lemmas[i] = None
    return replace(s, words=words, lemmas=lemmas)


class Encoder:
    """Turns sentences into padded tensors."""

    def __init__(self, pieces: WordPiece, labels: Labels):
        self.pieces, self.labels = pieces, labels
        self.ids = {task: labels.index(task) for task in ("upos", "xpos", "feats", "lemma", "deprel", "names")}
        self.cls, self.sep = pieces.vocab["[CLS]"], pieces.vocab["[SEP]"]

    def length(self, s: Sentence) -> int:
        return 2 + sum(len(self.pieces.pieces(w)) for w in s.words)

    def inputs(self, sentences: list[Sentence], multiple: int = 1) -> dict[str, np.ndarray]:
        """Padded arrays, their width a multiple of `multiple` pieces."""
        rows = []
        for s in sentences:
            ids, cases, starts, ends = [self.cls], [0], [], []
            for word in s.words:
                pieces = self.pieces.pieces(word)
                starts.append(len(ids))
                ids += pieces
                cases += [case_class(word)] * len(pieces)
                ends.append(len(ids) - 1)
            rows.append((ids + [self.sep], cases + [0], starts, ends))
        width, count = max(len(r[0]) for r in rows), max(len(r[2]) for r in rows)
        width += -width % multiple
        pad = lambda values, to: values + [0] * (to - len(values))
        array = lambda i, to: np.array([pad(r[i], to) for r in rows], dtype=np.int64)
        return {"input_ids": array(0, width), "case_ids": array(1, width),
                "attention_mask": np.array([pad([1] * len(r[0]), width) for r in rows], dtype=np.int64),
                "word_starts": array(2, count), "word_ends": array(3, count),
                "word_mask": np.array([pad([1] * len(r[2]), count) for r in rows], dtype=np.int64)}

    def targets(self, sentences: list[Sentence], count: int) -> dict[str, np.ndarray]:
        tasks = {t: np.full((len(sentences), count), IGNORE, dtype=np.int64)
                 for t in ("upos", "xpos", "feats", "lemma", "heads", "deprel", "names")}
        for row, s in enumerate(sentences):
            n = len(s.words)
            if s.heads:
                scripts = ["" if l is None else make_script(w, l) for w, l in zip(s.words, s.lemmas)]
                for task, values in (("upos", s.upos), ("xpos", s.xpos), ("feats", s.feats), ("lemma", scripts),
                                     ("deprel", s.labels)):
                    tasks[task][row, :n] = [self.ids[task].get(v, IGNORE) for v in values]
                tasks["heads"][row, :n] = s.heads
            if s.names:
                tasks["names"][row, :n] = [IGNORE if v is None else self.ids["names"][v] for v in s.names]
        return tasks

    def arrays(self, sentences: list[Sentence]) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
        """Inputs and targets; among the targets `case`, what `case_ids` would be before noise."""
        inputs = self.inputs(sentences, 8)
        targets = self.targets(sentences, inputs["word_mask"].shape[1])
        case = inputs["case_ids"].copy()
        for row, s in enumerate(sentences):
            for first, last, known in zip(inputs["word_starts"][row], inputs["word_ends"][row], s.case or []):
                case[row, first:last + 1] = known
        return inputs, targets | {"case": case}


def make_batches(sentences: list[Sentence], encoder: Encoder, pieces: int, rng: random.Random | None) -> list[list[Sentence]]:
    """Batches of about the same length with at most `pieces` pieces, padding included; shuffled if rng is given."""
    noise = (lambda: rng.random() * 4) if rng else (lambda: 0)
    keyed = sorted(((encoder.length(s) + noise(), i) for i, s in enumerate(sentences)))
    batches: list[list[Sentence]] = []
    current: list[Sentence] = []
    for _, i in keyed:
        if current and encoder.length(sentences[i]) * (len(current) + 1) > pieces:
            batches.append(current)
            current = []
        current.append(sentences[i])
    batches.append(current)
    if rng:
        rng.shuffle(batches)
    return batches
