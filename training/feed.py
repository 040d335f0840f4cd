"""The epochs of a training as batches of arrays, made ahead of their use by other processes; the same whatever their number."""
from __future__ import annotations

import multiprocessing
import multiprocessing.pool
import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from .corpora import Sentence
from .data import Encoder, NamePool, WordPool, add_noise, make_batches
from .templates import make_sentence

Arrays = dict[str, np.ndarray]


@dataclass
class Source:
    """What an epoch is made of. `texts` have no gold and `invented` sentences neither, so both want a teacher."""
    corpus: list[Sentence]
    texts: list[Sentence]
    encoder: Encoder
    names: NamePool
    words: WordPool
    templates: int
    invented: int
    pieces: int
    seed: int

    def sentences(self, rng: random.Random) -> list[Sentence]:
        made = [make_sentence(rng) for _ in range(self.templates)]
        extra = [Sentence(words=w, source="templates", names=list(t)) for w, t in made]
        mixed = [self.words.mix(s, rng) for s in rng.sample(self.words.sentences, self.invented)]
        return [add_noise(s, rng, self.names) for s in [*self.corpus, *self.texts, *extra, *mixed]]

    def epoch(self, number: int) -> list[tuple[Arrays, Arrays]]:
        rng = random.Random(self.seed * 1000 + number)
        small = lambda arrays: {k: v.astype(np.int16) for k, v in arrays.items()}
        batches = make_batches(self.sentences(rng), self.encoder, self.pieces, rng)
        return [tuple(small(arrays) for arrays in self.encoder.arrays(b)) for b in batches]


source: Source | None = None


def make_epoch(number: int) -> list[tuple[Arrays, Arrays]]:
    return source.epoch(number)


def read_texts(paths: list[Path], most: int) -> list[Sentence]:
    """Sentences of bare text: a line each, words parted by blanks, as training/own-text.ts writes them."""
    lines = [line.split() for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    return [Sentence(words=words, source="text") for words in lines if 0 < len(words) <= most]


def feed(what: Source, first: int, workers: int) -> Iterator[list[tuple[Arrays, Arrays]]]:
    """Epochs from number `first` on, without end. Started before a GPU is touched: the workers are forks of this process."""
    global source
    source = what
    for s in what.corpus:
        what.encoder.length(s)
    if not workers:
        return (make_epoch(number) for number in range(first, 1 << 30))
    pool = multiprocessing.get_context("fork").Pool(workers)
    return run_ahead(pool, deque(pool.apply_async(make_epoch, (number,)) for number in range(first, first + workers)), first + workers)


def run_ahead(pool: multiprocessing.pool.Pool, ahead: deque, number: int) -> Iterator[list[tuple[Arrays, Arrays]]]:
    with pool:
        while True:
            done = ahead.popleft().get()
            ahead.append(pool.apply_async(make_epoch, (number,)))
            number += 1
            yield done


def to_device(arrays: Arrays, device: torch.device) -> dict[str, torch.Tensor]:
    return {k: torch.from_numpy(v).to(device, non_blocking=True).long() for k, v in arrays.items()}
