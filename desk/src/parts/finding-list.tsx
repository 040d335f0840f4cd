// What the law says of an event: each rule's verdict with its reasons, citations and votes.
import type { Finding } from '../../../src/records/index.ts';
import { countryName, dayWords } from '../words.ts';
import { Verdict } from './verdict.tsx';

export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <section className="findings">
      <h3>Law it touches</h3>
      {findings.map(({ rule, verdict, because, citations, votes, knowledgeDate }) => (
        <div key={rule} className="finding">
          <p>
            <Verdict verdict={verdict} /> <span className="code">{rule}</span>
          </p>
          <Reasons of={because} />
          <Citations of={citations} />
          <Votes of={votes} />
          <p className="dim">As known on {dayWords(knowledgeDate)}</p>
        </div>
      ))}
    </section>
  );
}

export function Reasons({ of }: { of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="because">
      {of.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

export function Citations({ of }: { of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="citations" aria-label="Citations">
      {of.map((citation) => (
        <li key={citation}>{citation}</li>
      ))}
    </ul>
  );
}

export function Votes({ of }: { of: Readonly<Record<string, string>> }) {
  const votes = Object.entries(of);
  if (votes.length === 0) return null;
  return (
    <p className="dim">Votes: {votes.map(([party, vote]) => `${countryName(party)} ${vote}`).join(', ')}</p>
  );
}
