// Questions that readers keep under a name, in the store: they are there after a restart and in every browser.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import type { Page, SavedQuery } from '../../../src/records/index.ts';
import { get, post, remove } from '../api.ts';
import { parseSearch, type Search, toQuery } from '../search.ts';
import { Refusal } from './answer.tsx';
import { Menu } from './menu.tsx';

type Props = { view: SavedQuery['view']; search: Search; keys: readonly string[] };

export function SavedQueries({ view, search, keys }: Props) {
  const client = useQueryClient();
  const query = toQuery(search, keys).toString();
  const saved = useQuery({ queryKey: ['queries'], queryFn: () => get<Page<SavedQuery>>('queries') });
  const refresh = () => client.invalidateQueries({ queryKey: ['queries'] });
  const save = useMutation({
    mutationFn: (name: string) => post<SavedQuery>('queries', { name, view, query }),
    onSuccess: refresh,
  });
  const forget = useMutation({ mutationFn: (id: string) => remove(`queries/${id}`), onSuccess: refresh });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get('name') ?? '').trim();
    if (name !== '') save.mutate(name, { onSuccess: () => form.reset() });
  };
  const items = saved.data?.items ?? [];
  return (
    <Menu name="Saved queries">
      <ul aria-label="Saved queries">
        {items.map(({ id, name, view: of, query: kept }) => (
          <li key={id} className="pair">
            <Link to={`/${of}`} search={parseSearch(kept)}>
              {name}
            </Link>
            <button
              type="button"
              className="quiet"
              aria-label={`Forget ${name}`}
              onClick={() => forget.mutate(id)}
            >
              ×
            </button>
          </li>
        ))}
        {items.length === 0 && <li className="dim">None yet.</li>}
      </ul>
      {saved.isError && <Refusal error={saved.error} />}
      <form onSubmit={submit}>
        <label>
          Keep this question as
          <input name="name" required maxLength={80} autoComplete="off" />
        </label>
        {save.isError && <Refusal error={save.error} />}
        <button type="submit" disabled={query === '' || save.isPending}>
          Save
        </button>
        {query === '' && <p className="dim">Narrow the list first.</p>}
      </form>
    </Menu>
  );
}
