// Sources and stories: where the articles come from, and which of them tell the same.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Page, SourceRow, StoryRow } from '../../../src/records/index.ts';
import { get } from '../api.ts';
import { Answer } from '../parts/answer.tsx';
import { Pager } from '../parts/pager.tsx';
import { toQuery } from '../search.ts';
import { useQuestion } from '../use-search.ts';
import { countWords, dayWords } from '../words.ts';

export function SourcesView() {
  const [search, setSearch] = useQuestion();
  const sources = useQuery({ queryKey: ['sources'], queryFn: () => get<Page<SourceRow>>('sources') });
  const asked = toQuery({ ...search, limit: '50' }, ['cursor', 'limit', 'source']);
  const stories = useQuery({
    queryKey: ['stories', asked.toString()],
    queryFn: ({ signal }) => get<Page<StoryRow>>('stories', asked, signal),
    placeholderData: keepPreviousData,
  });
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
      <Answer query={stories}>
        {({ items, total, next }) => (
          <>
            <p className="dim count">
              {countWords(total, 'story', 'stories')}. <a href={`/api/stories?${asked}`}>JSON</a>
            </p>
            {items.map(({ story, title, articles, sources: of, from, to, events }) => (
              <div key={story} className="card">
                <p>
                  <Link to="/read" search={{ story }} className="words" data-row>
                    {title ?? 'Without a title'}
                  </Link>
                </p>
                <p className="dim">
                  {countWords(articles, 'article')}
                  {of !== null && of.length > 0 && ` in ${of.join(', ')}`} · {dayWords(from)}
                  {to !== from && ` – ${dayWords(to)}`} ·{' '}
                  <Link to="/events" search={{ story }}>
                    {countWords(events, 'event')}
                  </Link>
                </p>
              </div>
            ))}
            <Pager next={next} search={search} setSearch={setSearch} />
          </>
        )}
      </Answer>
    </div>
  );
}
