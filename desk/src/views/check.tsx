// Check: may this be supplied to that party on that day, and who must help when one is attacked; with citations.
import { items } from 'virtual:vocabulary';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { get } from '../api.ts';
import { Refusal } from '../parts/answer.tsx';
import { CountryNames } from '../parts/country-names.tsx';
import { Citations, Reasons, Votes } from '../parts/finding-list.tsx';
import { Verdict } from '../parts/verdict.tsx';
import { firstOf, toQuery } from '../search.ts';
import { useQuestion } from '../use-search.ts';
import { countryName, dayWords } from '../words.ts';

type Cited = { readonly text: string; readonly citations: readonly string[] };
type Checked = {
  readonly verdict: string;
  readonly measures: readonly (Cited & {
    readonly rule: string;
    readonly verdict: string;
    readonly since: string;
  })[];
  readonly citations: readonly string[];
  readonly exceptions: readonly Cited[];
  readonly votes: Readonly<Record<string, string>>;
  readonly because: readonly string[];
  readonly knowledgeDate: string;
};
type Obliged = {
  readonly obliged: readonly {
    readonly party: string;
    readonly treaty: string;
    readonly article: string;
    readonly kind: string;
    readonly text: string;
    readonly citation: string;
    readonly notes: readonly string[];
  }[];
  readonly notObliged: readonly { readonly party: string; readonly because: readonly string[] | string }[];
  readonly because: readonly string[];
  readonly knowledgeDate: string;
};

/** The address holds the question, so that an answer can be sent to somebody as a link. */
function useAsked<T>(path: string, keys: readonly string[], wanted: readonly string[]) {
  const [search, setSearch] = useQuestion();
  const asked = toQuery(search, keys);
  const isAsked = wanted.every((key) => asked.has(key));
  const ask = useQuery({
    queryKey: [path, asked.toString()],
    queryFn: ({ signal }) => get<T>(path, asked, signal),
    enabled: isAsked,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setSearch(Object.fromEntries(keys.map((key) => [key, String(form.get(key) ?? '').trim() || undefined])));
  };
  const given = (key: string, otherwise = '') => (isAsked ? firstOf(search, key) : '') || otherwise;
  return {
    ask,
    submit,
    given,
    isAsked,
    address: `/api/${path}?${asked}`,
    key: isAsked ? asked.toString() : '',
  };
}

const transfers = [
  {
    name: 'artillery shells from Russia to North Korea, 2023',
    search: { from: 'Russia', to: 'North Korea', item: 'artillery shells', date: '2023-08-01' },
  },
  {
    name: 'combat aircraft from the United States to Poland, 2024',
    search: { from: 'United States', to: 'Poland', item: 'combat aircraft', date: '2024-06-20' },
  },
];
const attacks = [
  {
    name: 'Russia attacks Poland, 2024',
    search: { attacked: 'Poland', attacker: 'Russia', date: '2024-06-20' },
  },
  {
    name: 'South Korea attacks North Korea, 2025',
    search: { attacked: 'North Korea', attacker: 'South Korea', date: '2025-01-15' },
  },
];

function Known({ date, address }: { date: string; address: string }) {
  return (
    <p className="dim">
      The law as known on {dayWords(date)}. <a href={address}>This answer as JSON</a>
    </p>
  );
}

const today = () => new Date().toISOString().slice(0, 10);

export function CheckView() {
  return (
    <div className="page">
      <CountryNames />
      <Transfer />
      <Attack />
    </div>
  );
}

function Transfer() {
  const { ask, submit, given, isAsked, address, key } = useAsked<Checked>(
    'check',
    ['from', 'to', 'item', 'date', 'direction'],
    ['from', 'to', 'item', 'date'],
  );
  return (
    <section aria-labelledby="transfer">
      <h1 id="transfer">May this be supplied?</h1>
      <p className="lead">
        Arms embargoes and sanctions in force on that day, each with its paragraph and the votes.
      </p>
      <form className="question" onSubmit={submit} key={key}>
        <label>
          From
          <input
            name="from"
            list="country-names"
            required
            defaultValue={given('from')}
            placeholder="Russia"
          />
        </label>
        <label>
          To
          <input
            name="to"
            list="country-names"
            required
            defaultValue={given('to')}
            placeholder="North Korea"
          />
        </label>
        <label>
          Goods
          <input
            name="item"
            list="item-names"
            required
            defaultValue={given('item')}
            placeholder="artillery shells"
          />
        </label>
        <datalist id="item-names">
          {Object.keys(items).map((item) => (
            <option key={item} value={item.replaceAll('-', ' ')} />
          ))}
        </datalist>
        <label>
          On
          <input name="date" type="date" required defaultValue={given('date', today())} />
        </label>
        <label>
          Measures against
          <select name="direction" defaultValue={given('direction')}>
            <option value="">either side</option>
            <option value="to">the one who gets it</option>
            <option value="from">the one who supplies it</option>
          </select>
        </label>
        <button type="submit" className="main" disabled={ask.isFetching}>
          Check
        </button>
      </form>
      {!isAsked && (
        <p className="dim">
          For instance:{' '}
          {transfers.map(({ name, search }) => (
            <Link key={name} to="/check" search={search} className="instance">
              {name}
            </Link>
          ))}
        </p>
      )}
      {ask.isError && <Refusal error={ask.error} />}
      {ask.data !== undefined && (
        <div className="answer" aria-live="polite">
          <Verdict verdict={ask.data.verdict} />
          <Reasons of={ask.data.because} />
          {ask.data.measures.map(({ rule, text, verdict, since, citations }) => (
            <div key={rule + text} className="card">
              <p>
                <Verdict verdict={verdict} /> <span className="code">{rule}</span>{' '}
                <span className="dim">since {dayWords(since)}</span>
              </p>
              <p>{text}</p>
              <Citations of={citations} />
            </div>
          ))}
          {ask.data.exceptions.length > 0 && <h2>Exceptions</h2>}
          {ask.data.exceptions.map(({ text, citations }) => (
            <div key={text} className="card">
              <p>{text}</p>
              <Citations of={citations} />
            </div>
          ))}
          <Votes of={ask.data.votes} />
          <Known date={ask.data.knowledgeDate} address={address} />
        </div>
      )}
    </section>
  );
}

function Attack() {
  const { ask, submit, given, isAsked, address, key } = useAsked<Obliged>(
    'obliged',
    ['attacked', 'attacker', 'date', 'where'],
    ['attacked', 'attacker', 'date'],
  );
  return (
    <section aria-labelledby="attack">
      <h1 id="attack">Who must help?</h1>
      <p className="lead">
        Treaties of alliance that would oblige somebody if one state attacked another on that day.
      </p>
      <form className="question" onSubmit={submit} key={key}>
        <label>
          Attacked
          <input
            name="attacked"
            list="country-names"
            required
            defaultValue={given('attacked')}
            placeholder="Poland"
          />
        </label>
        <label>
          Attacker
          <input
            name="attacker"
            list="country-names"
            required
            defaultValue={given('attacker')}
            placeholder="Belarus"
          />
        </label>
        <label>
          On
          <input name="date" type="date" required defaultValue={given('date', today())} />
        </label>
        <label>
          Where (if elsewhere)
          <input name="where" defaultValue={given('where')} />
        </label>
        <button type="submit" className="main" disabled={ask.isFetching}>
          Ask
        </button>
      </form>
      {!isAsked && (
        <p className="dim">
          For instance:{' '}
          {attacks.map(({ name, search }) => (
            <Link key={name} to="/check" search={search} className="instance">
              {name}
            </Link>
          ))}
        </p>
      )}
      {ask.isError && <Refusal error={ask.error} />}
      {ask.data !== undefined && (
        <div className="answer" aria-live="polite">
          {ask.data.obliged.length === 0 && <p>Nobody, as far as the treaties known here go.</p>}
          <Duties of={ask.data.obliged} />
          <details open={ask.data.obliged.length === 0}>
            <summary>Because</summary>
            <Reasons of={ask.data.because} />
          </details>
          {ask.data.notObliged.length > 0 && (
            <details>
              <summary>Not obliged ({ask.data.notObliged.length})</summary>
              {ask.data.notObliged.map(({ party, because }) => (
                <div key={party + String(because)} className="card">
                  <p>
                    <strong>{countryName(party)}</strong> <span className="code">{party}</span>
                  </p>
                  <Reasons of={typeof because === 'string' ? [because] : because} />
                </div>
              ))}
            </details>
          )}
          <Known date={ask.data.knowledgeDate} address={address} />
        </div>
      )}
    </section>
  );
}

/** Duties under the same article stand together. */
function Duties({ of }: { of: Obliged['obliged'] }) {
  const articles = Map.groupBy(of, ({ citation, kind, text }) => `${citation}\n${kind}\n${text}`);
  return [...articles].map(([key, duties]) => {
    const { kind, text, citation, notes } = duties[0]!;
    return (
      <div key={key} className="card">
        <p>
          <Verdict verdict={kind} />{' '}
          {duties.map(({ party }, index) => (
            <span key={party}>
              {index > 0 && ', '}
              <strong>{countryName(party)}</strong>
            </span>
          ))}
        </p>
        <p>{text}</p>
        <Citations of={[citation]} />
        <Reasons of={[...new Set(duties.flatMap((one) => one.notes).concat(notes))]} />
      </div>
    );
  });
}
