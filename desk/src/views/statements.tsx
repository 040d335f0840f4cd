// Statements: who said what, newest first, narrowed by speaker, kind, days and words; each leads to its article.
import { Link } from '@tanstack/react-router';
import type { StatementRow } from '../../../src/records/index.ts';
import { CountryNames } from '../parts/country-names.tsx';
import { ChoiceField, FilterBar, WordsField } from '../parts/filter-bar.tsx';
import { SpeakerLine } from '../parts/parties.tsx';
import { RowList } from '../parts/row-list.tsx';
import { SavedQueries } from '../parts/saved-queries.tsx';
import { useQuestion } from '../use-search.ts';
import { dayWords } from '../words.ts';

const keys = ['speaker', 'kind', 'source', 'from', 'to', 'q', 'article', 'story'] as const;
const kinds = [
  ['direct', 'in quotation marks'],
  ['indirect', 'in the paper’s words'],
  ['mixed', 'some of both'],
] as const;
const kindWords: Readonly<Record<string, string>> = Object.fromEntries(kinds);

export function StatementsView() {
  const [search, setSearch] = useQuestion();
  const ask = { search, setSearch };
  return (
    <div className="page">
      <CountryNames />
      <div className="title-row">
        <h1>Statements</h1>
        <SavedQueries view="statements" search={search} keys={keys} />
      </div>
      <p className="lead">What is said is claimed, not observed. Events inside a statement say so.</p>
      <FilterBar {...ask}>
        <WordsField name="speaker" list="country-names" placeholder="Russia, or a name" {...ask}>
          Speaker
        </WordsField>
        <ChoiceField name="kind" values={kinds} {...ask}>
          Given
        </ChoiceField>
        <WordsField name="source" {...ask}>
          Source
        </WordsField>
        <WordsField name="q" placeholder="Words in it" {...ask}>
          Words
        </WordsField>
      </FilterBar>
      <RowList<StatementRow> path="statements" keys={keys} called={['statement', 'statements']} {...ask}>
        {(one) => <Said key={one.id + one.article.id} statement={one} />}
      </RowList>
    </div>
  );
}

function Said({
  statement: { id, speaker, content, kind, manner, cue, article },
}: {
  statement: StatementRow;
}) {
  return (
    <article className="said-row">
      <p className="speaker">
        <SpeakerLine party={speaker} />
        <span className="line dim">
          {manner === 'attitude' ? 'a stand or a wish' : kindWords[kind]}
          {cue !== null && `: “${cue.text}”`}
        </span>
      </p>
      <div>
        <Link to="/read" search={{ article: article.id, statement: id }} className="words" data-row>
          {content.text}
        </Link>
        <p className="dim origin">
          {dayWords(article.published)}
          {article.source !== null && ` · ${article.source}`} · {article.title ?? article.id}
        </p>
      </div>
    </article>
  );
}
