// Commitments: what was promised, threatened, warned of or denied, on which condition, and what became of it.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CommitmentRow, Page } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { CountryNames } from '../parts/country-names.tsx';
import { ChoiceField, FilterBar, WordsField } from '../parts/filter-bar.tsx';
import { History, PatternWords } from '../parts/other-records.tsx';
import { RowList } from '../parts/row-list.tsx';
import { Tab } from '../parts/tab.tsx';
import { Verdict } from '../parts/verdict.tsx';
import { firstOf, type Search, toQuery } from '../search.ts';
import { useQuestion } from '../use-search.ts';
import { dayWords, partiesWords, sentenceCase } from '../words.ts';

const statuses = ['', 'open', 'triggered', 'kept', 'broken', 'lapsed', 'withdrawn'] as const;
const kinds = ['promise', 'threat', 'warning', 'denial', 'obligation'] as const;
const keys = ['status', 'kind', 'party', 'from', 'to', 'q', 'article'] as const;

export function CommitmentsView() {
  const [search, setSearch] = useQuestion();
  const ask = { search, setSearch };
  return (
    <div className="page">
      <CountryNames />
      <h1>Commitments</h1>
      <nav className="tabs" aria-label="Status">
        {statuses.map((status) => (
          <StatusTab key={status} status={status} search={search} />
        ))}
      </nav>
      <FilterBar {...ask}>
        <ChoiceField name="kind" values={kinds.map((kind) => [kind, sentenceCase(kind)] as const)} {...ask}>
          Kind
        </ChoiceField>
        <WordsField name="party" list="country-names" placeholder="by it or to it" {...ask}>
          Party
        </WordsField>
        <WordsField name="q" placeholder="Words in it" {...ask}>
          Words
        </WordsField>
      </FilterBar>
      <RowList<CommitmentRow> path="commitments" keys={keys} called={['commitment', 'commitments']} {...ask}>
        {(one) => <Card key={one.id} commitment={one} />}
      </RowList>
    </div>
  );
}

/** A status with how many there are under the other filters. */
function StatusTab({ status, search }: { status: string; search: Search }) {
  const others = { ...search, status: status || undefined, cursor: undefined, limit: '1' };
  const asked = toQuery(others, [...keys, 'limit']);
  const { data } = useQuery({
    queryKey: ['commitments', asked.toString()],
    queryFn: ({ signal }) => get<Page<CommitmentRow>>('commitments', asked, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Tab
      to="/commitments"
      search={{ ...search, status: status || undefined, cursor: undefined }}
      isChosen={status === firstOf(search, 'status')}
    >
      {status === '' ? 'All' : sentenceCase(status)}{' '}
      <span className="number dim">{data?.total.toLocaleString('en-GB')}</span>
    </Tab>
  );
}

function Card({ commitment }: { commitment: CommitmentRow }) {
  const { id, kind, by, to, condition, consequence, made, status, history, article, sources } = commitment;
  return (
    <article className="card commitment">
      <p>
        <Verdict verdict={status} /> {sentenceCase(kind)} by <strong>{partiesWords(by)}</strong>
        {to.length > 0 && (
          <>
            {' to '}
            <strong>{partiesWords(to)}</strong>
          </>
        )}
        <span className="dim"> {dayWords(made)}</span>
      </p>
      <dl className="terms">
        {condition !== null && <Term name="If" text={condition.text} pattern={condition.pattern} />}
        <Term
          name={consequence.polarity === 'negative' ? 'Not' : condition === null ? 'Will' : 'Then'}
          text={consequence.text}
          pattern={consequence.pattern}
          to={{ article: article.id, commitment: id }}
        />
      </dl>
      <p className="dim origin">
        {article.title ?? article.id}
        {sources.length > 1 && (
          <>
            ; said in{' '}
            {sources.map(({ document, commitment: other, date }, index) => (
              <span key={document + other}>
                {index > 0 && ', '}
                <Link to="/read" search={{ article: document, commitment: other }}>
                  {date === null ? `article ${index + 1}` : dayWords(date)}
                </Link>
              </span>
            ))}
          </>
        )}
      </p>
      {(history.length > 1 || status !== 'open') && <History history={history} />}
    </article>
  );
}

type TermProps = {
  name: string;
  text: string;
  pattern: Readonly<Record<string, unknown>> | null;
  to?: Search;
};

function Term({ name, text, pattern, to }: TermProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {to === undefined ? (
          <span className="words">{text}</span>
        ) : (
          <Link to="/read" search={to} className="words" data-row>
            {text}
          </Link>
        )}
        <span className="line dim">
          Watched for: <PatternWords pattern={pattern} />
        </span>
      </dd>
    </div>
  );
}
