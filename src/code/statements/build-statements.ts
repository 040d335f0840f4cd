// From found speech to the record's statements: speakers resolved, the pieces of an interrupted quotation put together,
// and each told which statement reports it. What another one reports is kept only where it is speech of somebody else.
import type { Document, Party, Span, Statement } from '../../records/index.ts';
import { hash } from '../hash.ts';
import { partiesOf } from '../parties.ts';
import type { PartyContext } from '../party-context.ts';
import type { Speech, Stretch } from './speech.ts';

/** A speech and the statement that it is, or is a piece of. */
export type Told = { readonly speech: Speech; readonly statement: Statement };

/**
 * The party who speaks, with the words beside the cue ("who" in "the general who said"); of basis unknown where a pronoun
 * stands for nobody that was named. Null where the text names nobody.
 */
export function speakerOf(context: PartyContext, { speaker, source }: Speech): Party | null {
  if (speaker === null || source === null) return null;
  const words = spanAt(context.text, source);
  const party = partiesOf(context, speaker.tree, speaker.at)[0];
  if (party === undefined)
    return { ...words, name: words.text, country: null, sectors: [], wikidata: null, basis: 'unknown' };
  if (party.start < source.end && source.start < party.end) return party;
  return { ...party, ...words, basis: party.basis === 'stated' ? 'implied' : party.basis };
}

/** The statements of all speech, in order of the text; one statement stands once for each of its pieces. */
export function buildStatements(
  heard: readonly Speech[],
  context: PartyContext,
  document: Document,
  known: (speech: Speech) => Party | null,
): Told[] {
  const told: Told[] = [];
  const groups = piecesOf(heard.filter(isKept));
  for (const pieces of groups) {
    const [first] = pieces;
    const speaker = known(first!) ?? speakerOf(context, first!) ?? unnamed(first!);
    const statement = toStatement(pieces, speaker, document, within(first!, told));
    for (const speech of pieces) told.push({ speech, statement });
  }
  return told;
}

/** What is said within another's words is a statement of its own when somebody says it; a wish within them is not. */
function isKept({ nested, manner, speaker, frame }: Speech): boolean {
  return (
    !nested || (manner === 'speech' && speaker !== null && (frame === 'clause' || frame === 'according'))
  );
}

/** Speech of one cue and one speaker whose pieces stand near each other: "No," he said, "never." */
function piecesOf(heard: readonly Speech[]): Speech[][] {
  const groups: Speech[][] = [];
  const last = new Map<string, Speech[]>();
  for (const speech of heard) {
    const key = speech.cue === null ? null : `${speech.cue.start} ${speech.source?.start ?? ''}`;
    const group = key === null ? undefined : last.get(key);
    if (group !== undefined && isOneWith(speech, group)) group.push(speech);
    else {
      groups.push([speech]);
      if (key !== null) last.set(key, groups.at(-1)!);
    }
  }
  return groups;
}

/** What interrupts an utterance is shorter than the utterance. */
function isOneWith(speech: Speech, group: readonly Speech[]): boolean {
  const said = speech.end - speech.start + group.reduce((sum, { start, end }) => sum + end - start, 0);
  return speech.start - group.at(-1)!.end <= said;
}

function toStatement(
  pieces: readonly Speech[],
  speaker: Party,
  document: Document,
  within: string | null,
): Statement {
  const [first] = pieces;
  const { cue, manner } = first!;
  const start = Math.min(...pieces.map((piece) => piece.start));
  const end = Math.max(...pieces.map((piece) => piece.end));
  const kinds = new Set(pieces.map((piece) => piece.kind));
  const kind = kinds.size === 1 ? first!.kind : 'mixed';
  return {
    id: hash('s', document.id, start, end, kind, cue?.start ?? '', speaker.start),
    speaker,
    cue: cue === null ? null : spanAt(document.text, cue),
    content: spanAt(document.text, { start, end }),
    parts: pieces.map((piece) => spanAt(document.text, piece)),
    kind,
    manner,
    within,
  };
}

/** "It was reported that ...", "reportedly": said by somebody whom the text doesn't name. */
function unnamed({ cue, start }: Speech): Party {
  const at = cue?.start ?? start;
  return {
    text: '',
    start: at,
    end: at,
    name: 'unnamed source',
    country: null,
    sectors: [],
    wikidata: null,
    basis: 'unknown',
  };
}

/** The innermost earlier statement around a nested one. */
function within({ nested, start, end }: Speech, told: readonly Told[]): string | null {
  if (!nested) return null;
  for (let at = told.length - 1; at >= 0 && at > told.length - 20; at--) {
    const { speech, statement } = told[at]!;
    if (speech.start <= start && speech.end >= end) return statement.id;
  }
  return null;
}

function spanAt(text: string, { start, end }: Stretch): Span {
  return { text: text.slice(start, end), start, end };
}
