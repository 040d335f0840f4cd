"""Measures a checkpoint or an exported model on the development sets, with gold tokens.

    python -m training.evaluate --data DATA --model models            (ONNX, what is shipped)
    python -m training.evaluate --data DATA --checkpoint RUN/best.pt  (PyTorch, before export)

UAS and LAS follow the CoNLL 2018 shared task: all words count, punctuation too, and LAS ignores subtypes of
relations (`las:sub` does not). Names are exact spans of PER, ORG and LOC on UNER's EWT dev.
"""
from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from .corpora import Sentence, read_columns, read_conllu, spans_of
from .data import Encoder, Labels, make_batches, recase
from .decode import decode
from .lemma_rules import Lemmas
from .lemma_scripts import apply_script
from .wordpiece import WordPiece, read_vocab

Predict = Callable[[dict[str, np.ndarray]], dict[str, np.ndarray]]


def decode_names(scores: np.ndarray, tags: list[str]) -> list[str]:
    """The best tag sequence in which I-X follows only B-X or I-X."""
    allowed = np.zeros((len(tags), len(tags)))
    for j, tag in enumerate(tags):
        if tag.startswith("I-"):
            allowed[[i for i, t in enumerate(tags) if t[2:] != tag[2:] or t == "O"], j] = -1e9
    first = np.array([-1e9 if t.startswith("I-") else 0 for t in tags])
    best, back = scores[0] + first, []
    for row in scores[1:]:
        step = best[:, None] + allowed
        back.append(step.argmax(0))
        best = step.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return [tags[i] for i in reversed(path)]


def annotate(sentences: list[Sentence], predict: Predict, encoder: Encoder, lemmas: Lemmas | None = None) -> list[Sentence]:
    """Copies of the sentences with the model's columns; without `lemmas`, lemmas are what the scripts make."""
    labels, done = encoder.labels, {}
    order = {id(s): i for i, s in enumerate(sentences)}
    for batch in make_batches(sentences, encoder, 3000, None):
        out = predict(encoder.inputs(batch))
        for row, s in enumerate(batch):
            n = len(s.words)
            heads = decode(out["arcs"][row, :n, : n + 1])
            relations = [labels.deprel[k] for k in out["labels"][row, np.arange(n), heads]]
            root_label = ["root" if h == 0 else r if r != "root" else "dep" for h, r in zip(heads, relations)]
            xpos = [labels.xpos[k] for k in out["xpos"][row, :n]]
            scripted = [apply_script(w, labels.lemma[k]) for w, k in zip(s.words, out["lemma"][row, :n])]
            done[order[id(s)]] = Sentence(
                words=s.words, source="model", heads=[int(h) for h in heads], labels=root_label,
                upos=[labels.upos[k] for k in out["upos"][row, :n]], xpos=xpos,
                feats=[labels.feats[k] for k in out["feats"][row, :n]],
                lemmas=[lemmas.find(w, x, l) for w, x, l in zip(s.words, xpos, scripted)] if lemmas else scripted,
                names=decode_names(out["names"][row, :n], labels.names))
    return [done[i] for i in range(len(sentences))]


def score(gold: list[Sentence], mine: list[Sentence]) -> dict[str, float]:
    hits = dict.fromkeys(("upos", "xpos", "feats", "lemma", "uas", "las", "las:sub"), 0)
    total = 0
    bare = lambda label: label.split(":")[0]
    for g, m in zip(gold, mine):
        for i in range(len(g.words)):
            total += 1
            head = g.heads[i] == m.heads[i]
            for key, hit in (("upos", g.upos[i] == m.upos[i]), ("xpos", g.xpos[i] == m.xpos[i]),
                             ("feats", g.feats[i] == m.feats[i]), ("lemma", g.lemmas[i] in ("_", m.lemmas[i])),
                             ("uas", head), ("las", head and bare(g.labels[i]) == bare(m.labels[i])),
                             ("las:sub", head and g.labels[i] == m.labels[i])):
                hits[key] += hit
    return {key: 100 * hit / total for key, hit in hits.items()}


def score_names(gold: list[list[str]], mine: list[Sentence], kinds: tuple[str, ...] = ("PER", "ORG", "LOC")) -> dict[str, float]:
    result, all_right, all_gold, all_mine = {}, 0, 0, 0
    for kind in kinds:
        pick = lambda tags, i: {(i, a, b) for a, b, k in spans_of(tags) if k == kind}
        g = set().union(*(pick(tags, i) for i, tags in enumerate(gold)))
        m = set().union(*(pick(s.names, i) for i, s in enumerate(mine)))
        all_right, all_gold, all_mine = all_right + len(g & m), all_gold + len(g), all_mine + len(m)
        result[kind] = 200 * len(g & m) / max(1, len(g) + len(m))
    result["names P"], result["names R"] = 100 * all_right / max(1, all_mine), 100 * all_right / max(1, all_gold)
    result["names F1"] = 200 * all_right / max(1, all_gold + all_mine)
    return result


def read_uner(path: Path) -> list[tuple[list[str], list[str]]]:
    rows = [line.split("\t") for line in open(path, encoding="utf-8") if line.strip() and not line.startswith("#")]
    sentences: list[tuple[list[str], list[str]]] = []
    for row in rows:
        if row[0] == "1":
            sentences.append(([], []))
        sentences[-1][0].append(row[1])
        sentences[-1][1].append(row[2] if row[2] not in ("B-OTH", "I-OTH") else "O")
    return sentences


def recased(sentences: list[Sentence], mode: str) -> list[Sentence]:
    return [replace(s, words=recase(s.words, mode)) for s in sentences]


def measure(data: Path, predict: Predict, encoder: Encoder, lemmas: Lemmas | None = None, thorough: bool = True) -> dict[str, dict[str, float]]:
    ewt = read_conllu(data / "ud-ewt/dev.conllu", "ewt")
    mine = annotate(ewt, predict, encoder, lemmas)
    report = {"EWT dev": score(ewt, mine)}
    uner = read_uner(data / "ner/uner-ewt-dev.iob2")
    same = [words for words, _ in uner] == [s.words for s in ewt]
    named = mine if same else annotate([Sentence(words=w, source="uner") for w, _ in uner], predict, encoder)
    report["UNER EWT dev"] = score_names([tags for _, tags in uner], named)
    if thorough:
        gum = read_conllu(data / "ud-gum/dev.conllu", "gum")
        report["GUM dev"] = score(gum, annotate(gum, predict, encoder, lemmas))
        for mode in ("lower", "title", "headline", "upper"):
            copy = recased(ewt, mode)
            report[f"EWT dev {mode}"] = score(copy, annotate(copy, predict, encoder, lemmas))
    return report


def print_report(report: dict[str, dict[str, float]]) -> None:
    for name, figures in report.items():
        print(f"{name:18}", "  ".join(f"{k} {v:.2f}" for k, v in figures.items()), flush=True)


def torch_predict(model) -> Predict:
    import torch

    def predict(inputs: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        model.eval()
        device = next(model.parameters()).device
        with torch.no_grad():
            scores = model({k: torch.from_numpy(v).to(device) for k, v in inputs.items()})
            b, w = inputs["word_mask"].shape
            dep, head = scores["label_dep"], scores["label_head"]
            left = (dep @ model.label.permute(1, 0, 2).reshape(dep.shape[-1], -1)).view(b, w, -1, dep.shape[-1])
            relations = torch.einsum("bwre,bhe->bwhr", left, head).argmax(-1)
            out = {t: scores[t].argmax(-1) for t in ("upos", "xpos", "feats", "lemma")}
            out |= {"arcs": scores["arcs"].log_softmax(-1), "labels": relations, "names": scores["names"]}
            return {k: v.cpu().numpy() for k, v in out.items()}
    return predict


def onnx_predict(path: Path, threads: int) -> Predict:
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    names = [o.name for o in session.get_outputs() if o.name != "words"]
    return lambda inputs: dict(zip(names, session.run(names, inputs)))


def bench(predict: Predict, encoder: Encoder, sentences: list[Sentence], words: int = 25) -> float:
    """Sentences of exactly `words` words a second, model only, in batches of 32."""
    texts = [w for s in sentences for w in s.words]
    cut = [Sentence(words=texts[i:i + words], source="bench") for i in range(0, min(len(texts), 800 * words) - words, words)]
    batches = [encoder.inputs(b) for b in make_batches(cut, encoder, 1100, None)]
    for inputs in batches[:3]:
        predict(inputs)
    start = time.perf_counter()
    for inputs in batches:
        predict(inputs)
    return len(cut) / (time.perf_counter() - start)


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--model", type=Path, help="folder with annotator.onnx, annotator.json, vocab.txt, lemmas.json")
    args.add_argument("--checkpoint", type=Path)
    args.add_argument("--vocab", type=Path, help="vocab.txt of the encoder, with --checkpoint")
    args.add_argument("--threads", type=int, default=2)
    args.add_argument("--device", default="cpu", help="for --checkpoint")
    args.add_argument("--quick", action="store_true", help="EWT dev and names only")
    args.add_argument("--bench", action="store_true", help="speed too")
    a = args.parse_args()
    lemmas = None
    if a.checkpoint:
        from .train import load_model
        model, labels = load_model(a.checkpoint)
        predict, vocab = torch_predict(model.to(a.device)), a.vocab
    else:
        meta = json.loads((a.model / "annotator.json").read_text())
        labels = Labels(**meta["labels"])
        lemmas = Lemmas(json.loads((a.model / "lemmas.json").read_text()))
        predict, vocab = onnx_predict(a.model / "annotator.onnx", a.threads), a.model / "vocab.txt"
    encoder = Encoder(WordPiece(read_vocab(vocab)), labels)
    print_report(measure(a.data, predict, encoder, lemmas, not a.quick))
    if a.bench:
        print(f"{bench(predict, encoder, read_conllu(a.data / 'ud-ewt/dev.conllu', 'ewt')):.0f} sentences of 25 words a second")


if __name__ == "__main__":
    main()
