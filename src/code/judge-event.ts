// Whether a draft is an event at all, and of whom: no sport, no private matter, no harm done by mere things.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Party, Statement } from '../records/index.ts';
import type { Draft } from './draft.ts';

/** Is this verbal or material conflict said of something that is nobody, by somebody who is known? */
export function isAllegation(
  draft: Draft,
  actors: readonly Party[],
  statement: Statement | null,
  knowledge: Knowledge,
): boolean {
  const [actor] = actors;
  if (
    statement === null ||
    statement.kind === 'direct' ||
    actors.length !== 1 ||
    actor === undefined ||
    actor.basis !== 'unknown'
  )
    return false;
  if (draft.operator?.speech === true || draft.type === 'ACCUSE' || statement.speaker.basis === 'unknown')
    return false;
  const head = draft.tree.tokens.find((token) => token.end === actor.end);
  const conflict = knowledge.events.types[draft.type].quad.endsWith('conflict');
  return (
    conflict && head?.upos === 'NOUN' && !draft.auxiliary.has('negation') && !draft.auxiliary.has('future')
  );
}

/** "Germany beat Brazil 7-1": a match is no war. */
export function isSport(draft: Draft, knowledge: Knowledge): boolean {
  // Words and papers about sport may be politics; deeds on the field are not.
  if (['AGREE', 'SUPPORT', 'CONCEDE', 'COOPERATE'].includes(draft.type)) return false;
  const sports = knowledge.lexicon.classes.get('sport-words');
  return draft.tree.tokens.some((token, at) => {
    if (token.upos === 'NOUN' && sports?.has(token.lemma.toLowerCase())) return true;
    // A score: "7-1", as one token or as three
    if (/^\d{1,2}[-–]\d{1,2}$/.test(token.text)) return true;
    const [dash, second] = [draft.tree.tokens[at + 1], draft.tree.tokens[at + 2]];
    return (
      /^\d{1,2}$/.test(token.text) &&
      dash !== undefined &&
      /^[-–]$/.test(dash.text) &&
      /^\d{1,2}$/.test(second?.text ?? '') &&
      !['NOUN', 'PROPN'].includes(draft.tree.tokens[at + 3]?.upos ?? '')
    );
  });
}

/** Sectors of political actors: with them an event is public affairs even where no country is named. */
const political = new Set([
  'GOV',
  'MIL',
  'LEG',
  'JUD',
  'COP',
  'SPY',
  'PTY',
  'OPP',
  'REB',
  'UAF',
  'CRM',
  'REF',
  'NGO',
  'IGO',
  'HRI',
  'LAB',
]);

/** Does this party act for a state or in politics? A company or a citizen of a country does not. */
function isPublic({ country, sectors }: Party): boolean {
  return sectors.length === 0 ? country !== null : sectors.some((sector) => political.has(sector));
}

/** At least one side (or both) must be somebody that event data knows. */
export function isWorthwhile(draft: Draft, actors: readonly Party[], recipients: readonly Party[]): boolean {
  const known = (parties: readonly Party[]): boolean =>
    parties.some((party) => party.country !== null || party.sectors.some((sector) => political.has(sector)));
  // A protest is public affairs whoever holds it, if it is somebody at all.
  if (draft.type === 'PROTEST' && actors.some((party) => party.sectors.length > 0)) return true;
  if (draft.reciprocal) return known(actors) && actors.length > (draft.needs === 'both' ? 1 : 0);
  if (draft.needs === 'public-actor' && actors.some(isPublic)) return true;
  return draft.needs === 'party' ? known(actors) || known(recipients) : known(actors) && known(recipients);
}
