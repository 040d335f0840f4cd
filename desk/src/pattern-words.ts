// A pattern over events in plain words: {type: AID, actor: HUN, item: combat-aircraft} is "Aid by Hungary: combat
// aircraft". What has no plain words is shown as it is written (docs/patterns.md).
import { countryName, quadWords, sentenceCase } from './words.ts';

type Pattern = Readonly<Record<string, unknown>>;

export function patternWords(pattern: Pattern): string {
  const { type, mode, quad, actor, recipient, item, ...rest } = pattern;
  const deed = type === undefined ? 'Any event' : sentenceCase(either(type, (one) => one.toLowerCase()));
  const parts = [
    deed,
    mode === undefined ? '' : ` (${either(mode, (one) => one)})`,
    quad === undefined ? '' : ` of ${either(quad, quadName)}`,
    actor === undefined ? '' : ` by ${either(actor, party)}`,
    recipient === undefined ? '' : ` towards ${either(recipient, party)}`,
    item === undefined ? '' : `: ${either(item, (one) => one.replaceAll('-', ' '))}`,
    ...Object.entries(rest).map(([key, value]) => `; ${key} ${either(value, (one) => one)}`),
  ];
  return parts.join('');
}

function either(value: unknown, words: (atom: string) => string): string {
  if (Array.isArray(value)) return value.map((one) => either(one, words)).join(' or ');
  if (typeof value === 'object' && value !== null) {
    const { any, not, ...rest } = value as Pattern;
    if (Object.keys(rest).length > 0) return JSON.stringify(value);
    const some = any === undefined ? 'any' : either(any, words);
    return not === undefined ? some : `${some}, but not ${either(not, words)}`;
  }
  return words(String(value));
}

function party(atom: string): string {
  if (atom.startsWith('@treaty:')) return `a party to ${atom.slice(8)}`;
  if (atom.startsWith('@')) return `a member of ${atom.slice(1)}`;
  if (atom.startsWith('$')) return 'anybody';
  return countryName(atom);
}

function quadName(quad: string): string {
  return (quadWords[quad as keyof typeof quadWords] ?? quad).toLowerCase();
}
