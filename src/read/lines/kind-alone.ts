// What a line is by its own words, whatever stands around it; null when only its neighbours can tell.
import type { BlockKind } from '../../records/index.ts';
import { isBoilerplate } from './boilerplate.ts';
import { isByline } from './byline.ts';
import { isCaption } from './caption.ts';
import { isDateLine, isDatelineAlone } from './dateline.ts';
import { isLinkLine } from './link-line.ts';
import type { Phrases } from './phrases.ts';

/** `index` is the line's place in the text: near the top more things are bylines. */
export function kindAlone(text: string, index: number, phrases: Phrases): BlockKind | null {
  if (isLinkLine(text, phrases)) return 'link';
  if (isBoilerplate(text, phrases)) return 'boilerplate';
  if (isDateLine(text) || isDatelineAlone(text)) return 'dateline';
  if (isCaption(text, index > 0 && index < 8)) return 'caption';
  return isByline(text, index > 0 && index < 8) ? 'byline' : null;
}
