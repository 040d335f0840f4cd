// The quad class of an event: colour, shape and words, never the colour alone.
import type { Quad } from '../../../src/records/index.ts';
import { quadWords } from '../words.ts';

const signs: Readonly<Record<Quad, string>> = {
  'verbal-cooperation': '○',
  'material-cooperation': '●',
  'verbal-conflict': '△',
  'material-conflict': '▲',
};

export function QuadLabel({ quad, short = false }: { quad: Quad; short?: boolean }) {
  return (
    <span className="quad" data-quad={quad} title={quadWords[quad]}>
      <span aria-hidden="true">{signs[quad]}</span> {short ? shortWords[quad] : quadWords[quad]}
    </span>
  );
}

/** The sign alone, with its words for those who hear the page. */
export function QuadSign({ quad }: { quad: Quad }) {
  return (
    <span className="quad-sign" data-quad={quad} title={quadWords[quad]}>
      <span aria-hidden="true">{signs[quad]}</span>
      <span className="unseen">{quadWords[quad]}:</span>
    </span>
  );
}

const shortWords: Readonly<Record<Quad, string>> = {
  'verbal-cooperation': 'verbal coop.',
  'material-cooperation': 'material coop.',
  'verbal-conflict': 'verbal conflict',
  'material-conflict': 'material conflict',
};
