// The date restrictions of TABARI dictionaries: "<900823", ">20070101", "030101-100531".
import type { Period } from './dates.ts';

/** Both ends inclusive; no restriction is an open period; null when the dates cannot be read. */
export function readPhoenixDates(text: string): Period | null {
  if (text === '') return { from: null, until: null };
  const parts = /^([<>]?)(\d+)(?:-(\d+))?$/.exec(text);
  if (parts === null) return null;
  const [, sign, first = '', second] = parts;
  const one = readDay(first);
  if (one === null) return null;
  if (second !== undefined) {
    const other = readDay(second);
    return sign !== '' || other === null ? null : { from: one, until: other };
  }
  if (sign === '<') return { from: null, until: one };
  return sign === '>' ? { from: one, until: null } : null;
}

/** YYMMDD or YYYYMMDD. Years of two digits up to 30 are of this century, as TABARI has it. */
function readDay(digits: string): string | null {
  const full = digits.length === 6 ? `${Number(digits.slice(0, 2)) <= 30 ? '20' : '19'}${digits}` : digits;
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(full);
  if (parts === null || Number(parts[2]) > 12 || Number(parts[3]) > 31) return null;
  return `${parts[1]}-${parts[2]}-${parts[3]}`;
}
