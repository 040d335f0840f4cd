// The keyboard shortcuts, as the dialog behind `?` shows them.
import { views } from '../view-list.ts';

const others = [
  ['/', 'Search in this view'],
  ['j k', 'Next and previous row, or mark of an article'],
  ['n p', 'Next and previous article'],
  ['c', 'Correct the record that is open'],
  ['Esc', 'Close the record'],
  ['?', 'This list'],
] as const;

export function KeyList() {
  return (
    <>
      <h2 id="help-title">Keyboard shortcuts</h2>
      <dl>
        {views.map(({ name, key }) => (
          <Keys key={key} keys={`g ${key}`} meaning={name} />
        ))}
        {others.map(([keys, meaning]) => (
          <Keys key={keys} keys={keys} meaning={meaning} />
        ))}
      </dl>
      <p className="dim">
        The API behind every page: <a href="/api/docs">how to ask it</a>,{' '}
        <a href="/api/openapi.json">OpenAPI</a>.
      </p>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </>
  );
}

function Keys({ keys, meaning }: { keys: string; meaning: string }) {
  return (
    <div>
      <dt>
        {keys.split(' ').map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{meaning}</dd>
    </div>
  );
}
