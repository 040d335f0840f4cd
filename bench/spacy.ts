// spaCy's side of the comparison: runs training/compare_spacy.py on the same texts where its environment is installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export const spacyPython = process.env.CASUS_SPACY ?? '.cache/training/spacy/bin/python';

export const howToInstall = `python3 -m venv .cache/training/spacy && .cache/training/spacy/bin/pip install -r training/requirements-spacy.txt
    (or set CASUS_SPACY to the Python of an environment that has these packages)`;

/** Seconds for all the texts: by the clock, and of the processors. */
type Speed = { readonly wall: number; readonly cpu: number };

export type SpacyResult = {
  readonly model: string;
  readonly pipes: readonly string[];
  /** By the number of processes. */
  readonly speed: Readonly<Record<string, Speed>>;
  readonly accuracy: Readonly<Record<string, number>>;
};

/** Null where spaCy is not installed; throws where it is and fails. */
export function runSpacy(texts: readonly string[], data: string): SpacyResult | null {
  if (!existsSync(spacyPython)) return null;
  const { status, stdout, stderr, error } = spawnSync(
    spacyPython,
    ['-m', 'training.compare_spacy', '--texts', '-', '--data', data],
    { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 1e8 },
  );
  if (status !== 0)
    throw new Error(`${spacyPython} -m training.compare_spacy failed: ${error?.message ?? stderr}`);
  return JSON.parse(stdout) as SpacyResult;
}
