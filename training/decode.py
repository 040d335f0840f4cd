"""The best single-root tree over arc scores: Chu-Liu/Edmonds."""
from __future__ import annotations

import numpy as np


def find_cycle(heads: np.ndarray) -> list[int] | None:
    state = np.zeros(len(heads), dtype=np.int8)
    state[0] = 2
    for start in range(1, len(heads)):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node):]
        for seen in path:
            state[seen] = 2
    return None


def arborescence(scores: np.ndarray) -> np.ndarray:
    """scores[dependent, head] over nodes 0..n with 0 the root; returns heads (entry 0 unused)."""
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    cyc = np.array(cycle)
    total = scores[cyc, heads[cyc]].sum()
    # The cycle becomes one node, the last; remember which member enters and leaves.
    into = scores[np.ix_(cyc, rest)] - scores[cyc, heads[cyc]][:, None] + total
    out = scores[np.ix_(rest, cyc)]
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = into.max(0)
    small[:-1, -1] = out.max(1)
    entry, exit_ = into.argmax(0), out.argmax(1)
    solved = arborescence(small)
    result = heads.copy()
    for i, node in enumerate(rest):
        if node:
            result[node] = cyc[exit_[i]] if solved[i] == len(rest) else rest[solved[i]]
    broken = solved[-1]
    result[cyc[entry[broken]]] = rest[broken]
    return result


def decode(arcs: np.ndarray) -> np.ndarray:
    """arcs[n, n + 1] log-probabilities (column 0 root) -> n heads, exactly one of them 0."""
    n = len(arcs)
    scores = np.full((n + 1, n + 1), -np.inf)
    scores[1:] = arcs
    heads = arborescence(scores)
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) == 1:
        return heads[1:]
    best, best_score = heads, -np.inf
    for root in roots:
        only = scores.copy()
        only[1:, 0] = -np.inf
        only[root, 0] = scores[root, 0]
        tree = arborescence(only)
        score = only[np.arange(1, n + 1), tree[1:]].sum()
        if score > best_score:
            best, best_score = tree, score
    return best[1:]
