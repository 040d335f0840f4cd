// Whether a draft is an event at all, and of whom: no sport, no private matter, no harm done by mere things.

import type { Knowledge } from '../knowledge/knowledge.ts';
import { isInClass } from '../knowledge/lexicon/index.ts';
import type { Block, Document, EventType, Party, Statement } from '../records/index.ts';
import type { Draft } from './draft.ts';
import type { Tree } from './tree.ts';

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

/** Classes of things that do what those who use them do: "a missile hit Kyiv", "the blast killed two". */
const actingThings = [
  'planes',
  'warplanes',
  'ships',
  'navy-ships',
  'vehicles',
  'missile-words',
  'shells',
  'bomb-words',
  'attack-nouns',
  'fire-words',
  'networks',
];

/** Of these the doer is whoever used them. */
const weapons = ['missile-words', 'shells', 'bomb-words', 'attack-nouns', 'fire-words', 'fired-things'];

/** "a missile hit Kyiv", "the bombing killed two": the thing that does it is nobody; who sent it the text doesn't say. */
export function isWeapon(draft: Draft, party: Party, knowledge: Knowledge): boolean {
  return isThing(draft, party, knowledge, weapons);
}

function isThing({ tree }: Draft, party: Party, { lexicon }: Knowledge, classes: readonly string[]): boolean {
  if (party.basis !== 'unknown') return false;
  const head = tree.tokens.find((token) => token.end === party.end);
  if (head?.upos !== 'NOUN') return false;
  const words = [head.lemma.toLowerCase(), head.text.toLowerCase()];
  return classes.some((name) => words.some((word) => isInClass(lexicon, name, word)));
}

/** "A cold front will invade Britain", "the film conquered France": what a mere thing does is no affair of states. */
export function isFigurative(draft: Draft, actors: readonly Party[], knowledge: Knowledge): boolean {
  const [actor] = actors;
  if (actors.length !== 1 || actor === undefined || actor.basis !== 'unknown') return false;
  const head = draft.tree.tokens.find((token) => token.end === actor.end);
  // "funds from abroad"
  const common = head !== undefined && ['NOUN', 'ADV', 'ADJ'].includes(head.upos);
  return common && !isThing(draft, actor, knowledge, actingThings);
}

const armed = new Set(['MIL', 'REB', 'UAF', 'CRM', 'COP', 'SPY', 'GOV', 'JUD', 'LEG']);

/** "Germany beat Brazil 7-1": a match is no war. */
export function isSport(
  draft: Draft,
  actors: readonly Party[],
  knowledge: Knowledge,
  pages: readonly Block[],
): boolean {
  // Words and papers about sport may be politics; deeds on the field are not.
  if (['AGREE', 'SUPPORT', 'CONCEDE', 'COOPERATE'].includes(draft.type)) return false;
  const { start } = draft.tree.sentence;
  if (pages.some((block) => block.start <= start && start < block.end)) return true;
  // Guerrillas who kidnap a striker's father play no match.
  if (actors.some(({ sectors }) => sectors.some((sector) => armed.has(sector)))) return false;
  const sports = knowledge.lexicon.classes.get('sport-words');
  const isVote = draft.tree.lemmas.some((lemma) => lemma === 'vote' || lemma === 'abstain');
  return draft.tree.tokens.some((token, at) => {
    if (token.upos === 'NOUN' && sports?.has(token.lemma.toLowerCase())) return true;
    // "the World Cup", "the title match"
    const next = draft.tree.tokens[at + 1];
    if (next !== undefined && sports?.has(`${token.text} ${next.lemma}`.toLowerCase()) === true) return true;
    // A score: "7-1", as one token or as three; a vote has one too
    if (isVote) return false;
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

/** Paragraphs with words of sport enough: one that only sport has and one that it shares, or four that it shares. */
export function sportsPages(trees: readonly Tree[], { blocks }: Document, { lexicon }: Knowledge): Block[] {
  const sure = lexicon.classes.get('sport-words');
  const shared = lexicon.classes.get('sport-page-words');
  return blocks.filter(({ start, end }) => {
    const words = new Set<string>();
    for (const { sentence, tokens } of trees)
      if (start <= sentence.start && sentence.start < end)
        for (const { upos, lemma } of tokens) if (upos === 'NOUN') words.add(lemma.toLowerCase());
    const count = (list: ReadonlySet<string> | undefined): number =>
      [...words].filter((word) => list?.has(word)).length;
    return count(sure) + count(shared) >= (count(sure) > 0 ? 2 : 4);
  });
}

/** Deeds that count whoever does them. */
const byAnybody: ReadonlySet<EventType> = new Set<EventType>(['ASSAULT', 'PROTEST']);
/** Museums give back, shops boycott. */
const byBodies: ReadonlySet<EventType> = new Set<EventType>(['PROTEST', 'RETREAT', 'SANCTION']);
/** Nobody thanks, meets or helps a state through its waiters and hotels. */
const notToPrivate: ReadonlySet<EventType> = new Set<EventType>([
  'CONSULT',
  'SUPPORT',
  'AGREE',
  'COOPERATE',
  'AID',
  'CONCEDE',
]);
/** "tariffs on French wine" are on France, "hacked a Spanish ham" harmed nobody. */
const notToThings: ReadonlySet<EventType> = new Set<EventType>([
  'CONSULT',
  'SUPPORT',
  'AGREE',
  'AID',
  'REJECT',
  'ASSAULT',
]);

/** "The Danish waiter apologised", "a museum in Oslo lent", "rain pounded Scotland": no affair between states. */
export function isPrivate(draft: Draft, knowledge: Knowledge): boolean {
  const { actors, recipients, reciprocal, tree, type } = draft;
  const { classes } = knowledge.lexicon;
  const of = (side: readonly number[], name: string): boolean => {
    const isOf = (at: number): boolean => {
      const { lemma, text, upos } = tree.tokens[at]!;
      const forms = [lemma.toLowerCase(), text.toLowerCase()];
      return upos === 'NOUN' && forms.some((form) => classes.get(name)?.has(form) === true);
    };
    return side.length > 0 && (reciprocal ? side.some(isOf) : side.every(isOf));
  };
  return (
    of(actors, 'mere-things') ||
    (of(recipients, 'mere-things') && notToThings.has(type)) ||
    (of(actors, 'private-persons') && !byAnybody.has(type)) ||
    (of(actors, 'private-bodies') && !byBodies.has(type)) ||
    ((of(recipients, 'private-persons') || of(recipients, 'private-bodies')) && notToPrivate.has(type))
  );
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
  // "a pact on sharing military intelligence" names nobody.
  if (draft.reciprocal && actors.every(({ country, wikidata }) => country === null && wikidata === null))
    return actors.length > 1 && actors.every(({ basis }) => basis !== 'unknown');
  if (draft.reciprocal) return known(actors) && actors.length > (draft.needs === 'both' ? 1 : 0);
  // "Delhi was asked to help": of a passive without a doer, whom it is done to.
  if (draft.needs === 'public-actor' && (actors.length > 0 ? actors : recipients).some(isPublic)) return true;
  return draft.needs === 'party' ? known(actors) || known(recipients) : known(actors) && known(recipients);
}
