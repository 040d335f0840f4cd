// Dyads with their counts; each number leads to its events. On a narrow screen a row becomes a small card.
import { Link } from '@tanstack/react-router';
import type { CountRow } from '../../../src/records/index.ts';
import type { Search } from '../search.ts';
import { countryName, splitDyad } from '../words.ts';

const cooperation = ['verbal-cooperation', 'material-cooperation'];
const conflict = ['verbal-conflict', 'material-conflict'];

export function DyadTable({ rows, of = {} }: { rows: readonly CountRow[]; of?: Search }) {
  return (
    <table className="stack-narrow">
      <thead>
        <tr>
          <th scope="col">Who to whom</th>
          <th scope="col" className="number">
            Events
          </th>
          <th scope="col" className="number">
            Cooperation
          </th>
          <th scope="col" className="number">
            Conflict
          </th>
          <th scope="col" className="number">
            Mean score
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const [actor, recipient] = splitDyad(row.key);
          const asked = { ...of, actor, recipient };
          return (
            <tr key={row.key}>
              <td>
                <Link to="/dyads" search={{ dyad: row.key }} data-row>
                  {countryName(actor)} → {countryName(recipient)}
                </Link>
              </td>
              <Count name="Events" count={row.count} of={asked} />
              <Count name="Cooperation" count={row.cooperation} of={{ ...asked, quad: cooperation }} />
              <Count name="Conflict" count={row.conflict} of={{ ...asked, quad: conflict }} />
              <td className="number" data-name="Mean score">
                {row.score > 0 ? '+' : ''}
                {row.score.toFixed(1)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Count({ name, count, of }: { name: string; count: number; of: Search }) {
  return (
    <td className="number" data-name={name}>
      {count === 0 ? (
        <span className="dim">0</span>
      ) : (
        <Link to="/events" search={of}>
          {count.toLocaleString('en-GB')}
        </Link>
      )}
    </td>
  );
}
