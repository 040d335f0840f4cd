// What the marks in an article mean, each shown as it looks there.
const marks = [
  ['mark trigger', 'the words that make an event; the colour is its class'],
  ['mark evidence', 'the clause it rests on'],
  ['mark cue', 'the verb of a statement; its content is shaded'],
  ['mark consequence', 'what a commitment promises or threatens, and its condition'],
  ['uncoded', 'boilerplate, repeats and links: shown, not coded'],
] as const;

export function MarkLegend() {
  return (
    <details className="legend">
      <summary>What the marks mean</summary>
      <ul>
        {marks.map(([look, meaning]) => (
          <li key={look}>
            <span className={`sample ${look}`} data-quad="material-cooperation" aria-hidden="true">
              words
            </span>
            <span>{meaning}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
