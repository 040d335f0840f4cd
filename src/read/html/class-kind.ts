// What an element's class says of it: a newsletter box, share buttons, a caption, a byline. Only small elements are
// asked, since whole pages carry such classes too.
import type { BlockKind } from '../../records/index.ts';
import type { Phrases } from '../lines/phrases.ts';
import type { DomElement } from './dom.ts';

const longest: Readonly<Record<string, number>> = {
  byline: 160,
  dateline: 120,
  caption: 500,
  link: 400,
  boilerplate: 600,
};

export function classKind(element: DomElement, name: string, phrases: Phrases): BlockKind | null {
  const marks = ['class', 'id', 'rel', 'role']
    .map((key) => element.getAttribute(key) ?? '')
    .join(' ')
    // "imageCaption" has two words.
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-');
  if (marks.trim().length < 3 || marks.length > 400) return null;
  const kind = phrases.classes(marks, name === 'p');
  if (kind === null) return null;
  return (element.textContent ?? '').trim().length <= longest[kind]! ? kind : null;
}
