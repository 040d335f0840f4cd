"""The weighted mean of two students' weights that went on from the same model; often better than either.

    python -m training.average --checkpoints A/best.pt B/best.pt --shares 0.5 0.5 --out best.pt
"""
from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--checkpoints", type=Path, nargs="+", required=True)
    args.add_argument("--shares", type=float, nargs="+", required=True, help="one a checkpoint, together 1")
    args.add_argument("--out", type=Path, required=True)
    a = args.parse_args()
    if len(a.shares) != len(a.checkpoints) or abs(sum(a.shares) - 1) > 1e-6:
        args.error(f"wanted {len(a.checkpoints)} shares that make 1, came {a.shares}")
    saved = [torch.load(path, weights_only=True, map_location="cpu") for path in a.checkpoints]
    if any((s["labels"], s["shape"]) != (saved[0]["labels"], saved[0]["shape"]) for s in saved):
        args.error("the checkpoints differ in labels or shape")
    mean = {k: sum(share * s["model"][k] for share, s in zip(a.shares, saved)) for k in saved[0]["model"]}
    torch.save({**saved[0], "model": mean}, a.out)


if __name__ == "__main__":
    main()
