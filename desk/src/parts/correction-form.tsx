// An analyst's correction of an event, with the reason. It is kept beside the machine's record, never over it.
import { types } from 'virtual:vocabulary';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Correction, Event } from '../../../src/records/index.ts';
import { post } from '../api.ts';
import { sentenceCase } from '../words.ts';
import { Refusal } from './answer.tsx';

export function CorrectionForm({ event }: { event: Event }) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const send = useMutation({
    mutationFn: (body: Record<string, unknown>) =>
      post<Correction>(`events/${encodeURIComponent(event.id)}/corrections`, body),
    onSuccess: async () => {
      await client.invalidateQueries();
      setOpen(false);
    },
  });
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (open) first.current?.focus();
  }, [open]);
  if (!open)
    return (
      <p>
        <button type="button" className="correct-button" onClick={() => setOpen(true)}>
          Correct this record
        </button>
        {send.isSuccess && (
          <span role="status" className="dim">
            {' '}
            Kept, beside the machine's record.
          </span>
        )}
      </p>
    );
  const names = (parties: Event['actors']) => parties.map(({ country, name }) => country ?? name).join(', ');
  const submit = (submitted: FormEvent<HTMLFormElement>) => {
    submitted.preventDefault();
    const form = new FormData(submitted.currentTarget);
    const text = (key: string) => String(form.get(key) ?? '').trim();
    const list = (key: string) =>
      text(key)
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean);
    send.mutate({
      reason: text('reason'),
      ...(form.get('reject') === 'on' && { reject: true }),
      ...(text('type') !== event.type && { type: text('type') }),
      ...(text('actors') !== names(event.actors) && { actors: list('actors') }),
      ...(text('recipients') !== names(event.recipients) && { recipients: list('recipients') }),
      ...(text('when') !== '' && text('when') !== event.when?.from && { when: text('when') }),
    });
  };
  return (
    <form className="stack correct" onSubmit={submit}>
      <h3>Correct this record</h3>
      <label>
        Type
        <select name="type" defaultValue={event.type} ref={first}>
          {Object.keys(types).map((type) => (
            <option key={type} value={type}>
              {sentenceCase(type)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Who (codes or names, with commas)
        <input name="actors" defaultValue={names(event.actors)} />
      </label>
      <label>
        To whom
        <input name="recipients" defaultValue={names(event.recipients)} />
      </label>
      <label>
        Day
        <input name="when" type="date" defaultValue={event.when?.from} />
      </label>
      <label className="tick">
        <input type="checkbox" name="reject" /> This is no event at all
      </label>
      <label>
        Reason (wanted)
        <textarea name="reason" rows={2} required />
      </label>
      {send.isError && <Refusal error={send.error} />}
      <p className="buttons">
        <button type="submit" className="main" disabled={send.isPending}>
          Keep the correction
        </button>
        <button type="button" onClick={() => setOpen(false)}>
          Cancel
        </button>
      </p>
    </form>
  );
}
