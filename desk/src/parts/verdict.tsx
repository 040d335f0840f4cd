// A verdict or a status as a label: words and a shape, with a colour that only helps.
const tones: Readonly<Record<string, 'bad' | 'good' | 'care' | 'plain'>> = {
  prohibited: 'bad',
  broken: 'bad',
  breaks: 'bad',
  conditional: 'care',
  triggered: 'care',
  triggers: 'care',
  obliges: 'care',
  permitted: 'good',
  kept: 'good',
  keeps: 'good',
};
const signs = { bad: '✕', good: '✓', care: '!', plain: '·' } as const;

export function Verdict({ verdict }: { verdict: string }) {
  const tone = tones[verdict] ?? 'plain';
  return (
    <span className="verdict" data-tone={tone}>
      <span aria-hidden="true">{signs[tone]}</span> {verdict}
    </span>
  );
}
