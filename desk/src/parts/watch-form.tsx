// A new watch: who does what to whom is chosen from lists and becomes a pattern, which can be written by hand as well.
import { countries, items, organisations, types } from 'virtual:vocabulary';
import { type FormEvent, useState } from 'react';
import { sentenceCase } from '../words.ts';
import { CountryNames } from './country-names.tsx';

type Fields = Readonly<Record<'type' | 'actor' | 'recipient' | 'item', string>> & {
  readonly happened: boolean;
};
const nothing: Fields = { type: '', actor: '', recipient: '', item: '', happened: false };
const codes = new Map(
  [...Object.entries(countries), ...Object.entries(organisations)].map(([code, name]) => [
    name.toLowerCase(),
    code,
  ]),
);

type Props = {
  /** A pattern that another view hands over. */
  given: string;
  isSending: boolean;
  onSend: (watch: { name: string; pattern: string }) => void;
};

export function WatchForm({ given, isSending, onSend }: Props) {
  const [fields, setFields] = useState(nothing);
  const [pattern, setPattern] = useState(given);
  const choose = (change: Partial<Fields>) => {
    const next = { ...fields, ...change };
    setFields(next);
    setPattern(composePattern(next));
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSend({ name: String(new FormData(event.currentTarget).get('name')), pattern });
  };
  return (
    <form className="watch-form" onSubmit={submit}>
      <CountryNames />
      <div className="question">
        <label>
          Who
          <input
            list="country-names"
            value={fields.actor}
            placeholder="anybody"
            onChange={({ target }) => choose({ actor: target.value })}
          />
        </label>
        <label>
          Does what
          <select value={fields.type} onChange={({ target }) => choose({ type: target.value })}>
            <option value="">anything</option>
            {Object.keys(types).map((type) => (
              <option key={type} value={type}>
                {sentenceCase(type)}
              </option>
            ))}
          </select>
        </label>
        <label>
          To whom
          <input
            list="country-names"
            value={fields.recipient}
            placeholder="anybody"
            onChange={({ target }) => choose({ recipient: target.value })}
          />
        </label>
        <label>
          With which goods
          <select value={fields.item} onChange={({ target }) => choose({ item: target.value })}>
            <option value="">any, or none</option>
            {Object.keys(items).map((item) => (
              <option key={item} value={item}>
                {item.replaceAll('-', ' ')}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={fields.happened}
          onChange={({ target }) => choose({ happened: target.checked })}
        />{' '}
        Only what is reported as having happened, not what is planned, assumed or denied
      </label>
      <label>
        Pattern
        <textarea
          name="pattern"
          rows={2}
          required
          className="code"
          value={pattern}
          placeholder="{type: AID, recipient: UKR}"
          onChange={({ target }) => setPattern(target.value)}
          spellCheck={false}
        />
      </label>
      <div className="question end">
        <label>
          Name
          <input name="name" required maxLength={200} placeholder="Arms for Ukraine" />
        </label>
        <button type="submit" className="main" disabled={isSending}>
          Watch for it
        </button>
      </div>
    </form>
  );
}

function composePattern({ type, actor, recipient, item, happened }: Fields): string {
  const parts = [
    type === '' ? null : `type: ${type}`,
    actor.trim() === '' ? null : `actor: ${partyAtom(actor)}`,
    recipient.trim() === '' ? null : `recipient: ${partyAtom(recipient)}`,
    item === '' ? null : `item: ${item}`,
    happened ? 'auxiliary: {not: [historical, future, hypothetical, negation]}' : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? '' : `{${parts.join(', ')}}`;
}

/** A state's name as its code; a code, a group or a sector as it is; another name as patterns write names. */
function partyAtom(text: string): string {
  const name = text.trim();
  const code = codes.get(name.toLowerCase());
  if (code !== undefined) return code;
  if (/^[A-Z]{3}(?:-[A-Z]{3})?$/.test(name)) return name;
  if (/^[@$]/.test(name)) return JSON.stringify(name);
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
}
