// Sources and stories: where the articles come from, and which of them tell the same.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Page, SourceRow, StoryRow } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { Answer } from '../parts/answer.tsx';
import { RowList } from '../parts/row-list.tsx';
import { useQuestion } from '../use-search.ts';
import { countWords, dayWords, whenWords } from '../words.ts';

export function SourcesView() {
  const [search, setSearch] = useQuestion();
  const sources = useQuery({ queryKey: ['sources'], queryFn: () => get<Page<SourceRow>>('sources') });
  return (
    <div className="page">
      <h1>Sources and stories</h1>
      <h2>Sources</h2>
      <p className="dim">
        Feeds are followed under{' '}
        <Link to="/add" search={{}}>
          Add
        </Link>
        .
      </p>
      <Answer query={sources}>
        {({ items, total }) =>
          total === 0 ? (
            <p className="dim">No article names its source.</p>
          ) : (
            <div>
              <table className="stack-narrow">
                <thead>
                  <tr>
                    <th scope="col">Source</th>
                    <th scope="col" className="number">
                      Articles
                    </th>
                    <th scope="col" className="number">
                      Events
                    </th>
                    <th scope="col">First</th>
                    <th scope="col">Last</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map(({ source, articles, events, from, to }) => (
                    <tr key={source}>
                      <td>
                        <Link to="/read" search={{ source }} data-row>
                          {source}
                        </Link>
                      </td>
                      <td className="number" data-name="Articles">
                        <Link to="/read" search={{ source }}>
                          {articles.toLocaleString('en-GB')}
                        </Link>
                      </td>
                      <td className="number" data-name="Events">
                        <Link to="/events" search={{ source }}>
                          {events.toLocaleString('en-GB')}
                        </Link>
                      </td>
                      <td className="nowrap" data-name="First">
                        {dayWords(from)}
                      </td>
                      <td className="nowrap" data-name="Last">
                        {dayWords(to)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answer>
      <h2 className="second">Stories</h2>
      <p className="lead">Articles that print the same text, or nearly the same, are one story.</p>
      <RowList<StoryRow>
        path="stories"
        keys={['source']}
        called={['story', 'stories']}
        search={search}
        setSearch={setSearch}
      >
        {({ story, title, articles, sources: of, from, to, events }) => (
          <div key={story} className="card">
            <p>
              <Link to="/read" search={{ story }} className="words" data-row>
                {title ?? 'Without a title'}
              </Link>
            </p>
            <p className="dim">
              {countWords(articles, 'article')}
              {of !== null && of.length > 0 && ` in ${of.join(', ')}`} · {whenWords({ from, to })} ·{' '}
              <Link to="/events" search={{ story }}>
                {countWords(events, 'event')}
              </Link>
            </p>
          </div>
        )}
      </RowList>
    </div>
  );
}
