// Suggestions for fields that ask for a party: the states' names, which the API understands as well as their codes.
import { countries } from 'virtual:vocabulary';

const names = Object.entries(countries).sort(([, one], [, other]) => one.localeCompare(other));

export function CountryNames({ id = 'country-names' }: { id?: string }) {
  return (
    <datalist id={id}>
      {names.map(([code, name]) => (
        <option key={code} value={name}>
          {code}
        </option>
      ))}
    </datalist>
  );
}
