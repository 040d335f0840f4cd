// The few filters that lists and pictures share: days, class, a party, a source. They stand in the address.
import { type ReactNode, useEffect, useRef } from 'react';
import { firstOf, type Search, setValue } from '../search.ts';
import type { SetSearch } from '../use-search.ts';
import { quadWords } from '../words.ts';

type Props = { search: Search; setSearch: SetSearch };
type FieldProps = Props & { name: string; children: string; list?: string; placeholder?: string };

export function FilterBar({ children, ...props }: Props & { children?: ReactNode }) {
  return (
    <fieldset className="filter-bar">
      <legend className="unseen">Narrow by</legend>
      <DayField name="from" {...props}>
        From
      </DayField>
      <DayField name="to" {...props}>
        To
      </DayField>
      {children}
    </fieldset>
  );
}

export function DayField({ name, search, setSearch, children }: FieldProps) {
  return (
    <label>
      {children}
      <input
        type="date"
        value={firstOf(search, name)}
        onChange={({ target }) => setSearch((before) => setValue(before, name, target.value))}
      />
    </label>
  );
}

/** A field of free words: it asks when Enter is pressed or the field is left, not at every letter. */
export function WordsField({ name, search, setSearch, children, list, placeholder }: FieldProps) {
  const now = firstOf(search, name);
  const ask = (value: string) => {
    if (value.trim() !== now) setSearch((before) => setValue(before, name, value.trim()));
  };
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The question may be changed from elsewhere: a chip taken away, a saved query, the way back.
    if (field.current !== null && field.current.value.trim() !== now) field.current.value = now;
  }, [now]);
  return (
    <label>
      {children}
      <input
        ref={field}
        type={name === 'q' ? 'search' : 'text'}
        defaultValue={now}
        list={list}
        placeholder={placeholder}
        onBlur={({ target }) => ask(target.value)}
        onChange={({ target }) => {
          // A choice from the suggestions comes whole, and an emptied field means what it says.
          const option =
            list === undefined
              ? null
              : document.querySelector(`#${list} option[value="${CSS.escape(target.value)}"]`);
          if (option !== null || target.value === '') ask(target.value);
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') ask(currentTarget.value);
        }}
      />
    </label>
  );
}

type ChoiceProps = Props & {
  name: string;
  children: string;
  values: readonly (readonly [value: string, words: string])[];
};

export function ChoiceField({ name, search, setSearch, children, values }: ChoiceProps) {
  return (
    <label>
      {children}
      <select
        value={firstOf(search, name)}
        onChange={({ target }) => setSearch((before) => setValue(before, name, target.value))}
      >
        <option value="">any</option>
        {values.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

export function QuadField(props: Props) {
  return (
    <ChoiceField name="quad" values={Object.entries(quadWords)} {...props}>
      Class
    </ChoiceField>
  );
}
