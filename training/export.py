"""Exports a checkpoint as models/annotator.onnx (int8), annotator.json, vocab.txt and lemmas.json.

    python -m training.export --data DATA --encoder FOLDER --checkpoint RUN/best.pt --out models
"""
from __future__ import annotations

import argparse
import hashlib
import json
import random
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnx
import torch

from .corpora import Sentence, read_training
from .data import Encoder, Labels, add_noise, make_batches
from .evaluate import annotate, onnx_predict
from .graph import build
from .lemma_rules import Lemmas, collect
from .model import Annotator
from .train import load_model
from .wordpiece import CASE_CLASSES, MAX_PART_CHARS, MAX_WORD_PIECES, WordPiece, case_class, read_vocab

EXAMPLES = ["U.S.", "Gen.", "Zürich", "don’t", "COVID-19", "1,200", "McDonald", "£5bn", "北京", "Hwasong-17", "…", "\u200b",
            "A", "AP", "x" * 101, "antidisestablishmentarianism", "n't", "'s", "al-Assad", "1990s", "Ǆ", "İstanbul", "naïve"]


def sample_activations(model: Annotator, encoder: Encoder, sentences: list[Sentence], leave_float: list[str], kept: int = 400_000) -> dict[str, np.ndarray]:
    """Sampled inputs of every linear layer over training sentences; `arc` and `label` are bare parameters."""
    chunks: dict[str, list[torch.Tensor]] = {}

    def record(name: str, values: torch.Tensor) -> None:
        flat = values.detach().flatten()
        chunks.setdefault(name, []).append(flat[torch.randint(len(flat), (min(len(flat), 12_000),))])
        chunks[name].append(torch.stack([flat.min(), flat.max()]))

    hooks = [module.register_forward_pre_hook(lambda _, args, name=name: record(name, args[0]))
             for name, module in model.named_modules() if isinstance(module, torch.nn.Linear)]
    hooks += [module.register_forward_hook(lambda _, __, out, name=name: record(name, torch.nn.functional.gelu(out)))
              for name, module in (("arc", model.arc_dep), ("label", model.label_dep))]
    torch.manual_seed(1)
    with torch.no_grad():
        for batch in make_batches(sentences, encoder, 1500, random.Random(1)):
            model({k: torch.from_numpy(v) for k, v in encoder.inputs(batch).items()})
    for hook in hooks:
        hook.remove()
    chunks["label"].append(torch.ones(1))
    samples = {name: torch.cat(values).numpy()[-kept:] for name, values in chunks.items()}
    return {name: values for name, values in samples.items() if not any(name.startswith(f) for f in leave_float)}


def keep_pieces(vocab: dict[str, int], encoder: Encoder, corpus: list[Sentence], first: int, extra: list[Path]) -> list[int]:
    """Ids to keep: the most frequent of BERT's (it is sorted so), single characters, and all that the corpora and lists use."""
    texts = [w for s in corpus for w in s.words] + [w for p in extra for w in p.read_text(encoding="utf-8").split()]
    seen = {i for w in texts for i in encoder.pieces.pieces(w)}
    special = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}
    return [i for piece, i in vocab.items() if piece in special
            or (not piece.startswith("[unused") and (i < first or i in seen or len(piece.removeprefix("##")) == 1))]


def describe(labels: Labels, encoder: Encoder, sha: str, version: str, figures: dict) -> dict:
    return {
        "version": version, "sha256": sha, "encoder": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), fine-tuned",
        "inputs": {"input_ids": "int64 [B,S]: [CLS] pieces [SEP], 0 = [PAD]", "attention_mask": "int64 [B,S]: 1, 0 on padding",
                   "case_ids": "int64 [B,S]: case class of the piece's word; 0 on [CLS], [SEP], padding",
                   "word_starts": "int64 [B,W]: index of a word's first piece; 0 on padding",
                   "word_ends": "int64 [B,W]: index of a word's last (kept) piece; 0 on padding", "word_mask": "int64 [B,W]"},
        "outputs": {"upos|xpos|feats|lemma": "int64 [B,W]: index into labels", "arcs": "float32 [B,W,W+1]: log-probability of heads; column 0 root, column j+1 word j",
                    "labels": "uint8 [B,W,W+1]: relation of dependent and head, index into labels.deprel; of the root always take `root`, and `dep` where another head is given `root`",
                    "names": "float32 [B,W,T]: logits over labels.names", "words": "float32 [B,W,384]: word vectors"},
        "maxPieces": 512, "maxWordPieces": MAX_WORD_PIECES, "maxPartChars": MAX_PART_CHARS,
        "wordpiece": ["word.toLowerCase().normalize('NFD')", "drop \\p{Mn}; \\t \\n \\r and \\p{Zs} separate parts; drop other \\p{Cc}, \\p{Cf} and U+FFFD",
                      "a character that is ASCII 33-47, 58-64, 91-96, 123-126 or \\p{P}, or CJK (4E00-9FFF 3400-4DBF 20000-2CEAF F900-FAFF 2F800-2FA1F), is a part alone",
                      "a part over maxPartChars code points, or one that no sequence of pieces covers, is [UNK]",
                      "else greedy longest match from the left, later pieces with ##", "a word keeps its first maxWordPieces pieces; a word without any is [UNK]"],
        "caseClasses": CASE_CLASSES,
        "caseRules": ["L = the word's \\p{L}, U = those of \\p{Lu} or \\p{Lt}, D = has \\p{Nd}", "no L: number if D else symbol", "D: alphanumeric",
                      "no U: lower", "one L: single", "all of L are U: upper", "only the first of L is U: title", "else mixed"],
        "lemmaRule": "script `=x`: the lemma is x. Else CASING CUT+SUFFIX: casing l lower-case, t lower-case with upper-case first character, u upper-case, k as is; remove CUT code points at the end; append SUFFIX. Then lemmas.json: see models/README.md",
        "namesRule": "I-X only after B-X or I-X", "treeRule": "the maximum spanning tree over arcs with exactly one word under the root (Chu-Liu/Edmonds)",
        "labels": asdict(labels), "figures": figures,
        "examples": [{"word": w, "pieces": list(encoder.pieces.pieces(w)), "case": case_class(w)} for w in EXAMPLES],
    }


CHECK = ["North Korea fired a Hwasong-17 missile toward Japan on Thursday , officials said .",
         "President Vladimir Putin has n't signed the Paris Agreement , the Kremlin 's spokesman told Reuters ."]


def checks(labels: Labels, encoder: Encoder, path: Path, lemmas: Lemmas) -> list[dict]:
    """Whole sentences with the expected columns, one batch, for the tests of other implementations."""
    sentences = [Sentence(words=t.split(), source="check") for t in CHECK]
    done = annotate(sentences, onnx_predict(path, 1), encoder, lemmas)
    return [{"words": s.words, "upos": s.upos, "xpos": s.xpos, "feats": s.feats, "lemma": s.lemmas, "heads": s.heads,
             "deprel": s.labels, "names": s.names} for s in done]


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--data", type=Path, required=True)
    args.add_argument("--encoder", type=Path, required=True)
    args.add_argument("--checkpoint", type=Path, required=True)
    args.add_argument("--out", type=Path, required=True)
    args.add_argument("--mode", choices=["static", "dynamic", "float"], default="static")
    args.add_argument("--levels", type=int, default=127, help="63 = seven bits of weight, for CPUs without VNNI")
    args.add_argument("--keep-first", type=int, default=0, help="prune the vocabulary to its first N pieces and all seen ones")
    args.add_argument("--keep-text", type=Path, nargs="*", default=[], help="texts whose pieces are kept too")
    args.add_argument("--leave-float", nargs="*", default=[], help="prefixes of layers to leave in float32")
    args.add_argument("--o-bias", type=float, default=0.0, help="added to the score of O in names: fewer false names, more missed")
    args.add_argument("--kind-bias", nargs="*", default=[], metavar="KIND=VALUE", help="added to the scores of one kind of names: PER=-1")
    args.add_argument("--version", default="0.1.0")
    args.add_argument("--figures", type=Path, help="JSON of measured figures for the metadata")
    a = args.parse_args()
    torch.set_num_threads(2)
    model, labels = load_model(a.checkpoint)
    model.names.bias.data[0] += a.o_bias
    for kind, value in (one.split("=") for one in a.kind_bias):
        for prefix in "BI":
            model.names.bias.data[labels.names.index(f"{prefix}-{kind}")] += float(value)
    vocab = read_vocab(a.encoder / "vocab.txt")
    encoder = Encoder(WordPiece(vocab), labels)
    corpus = read_training(a.data)
    rng = random.Random(7)
    samples = sample_activations(model, encoder, [add_noise(s, rng) for s in rng.sample(corpus, 500)], a.leave_float)
    keep = keep_pieces(vocab, encoder, corpus, a.keep_first, a.keep_text) if a.keep_first else list(range(len(vocab)))

    a.out.mkdir(parents=True, exist_ok=True)
    onnx.save(build(model, keep, samples, a.mode, a.levels), str(a.out / "annotator.onnx"))
    pieces = list(vocab)
    table = collect(corpus)
    (a.out / "lemmas.json").write_text(json.dumps(table, ensure_ascii=False) + "\n", encoding="utf-8")
    (a.out / "vocab.txt").write_text("".join(pieces[i] + "\n" for i in keep), encoding="utf-8")
    encoder = Encoder(WordPiece(read_vocab(a.out / "vocab.txt")), labels)
    sha = hashlib.sha256((a.out / "annotator.onnx").read_bytes()).hexdigest()
    figures = json.loads(a.figures.read_text()) if a.figures else {}
    meta = describe(labels, encoder, sha, a.version, figures)
    meta["checks"] = checks(labels, encoder, a.out / "annotator.onnx", Lemmas(table))
    (a.out / "annotator.json").write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{(a.out / 'annotator.onnx').stat().st_size / 1e6:.1f} MB, {len(keep)} pieces, sha256 {sha[:12]}")


if __name__ == "__main__":
    main()
