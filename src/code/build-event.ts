// From a draft to an event of the record: parties, place, time and items told by the clause and what stands around it.

import type { Knowledge } from '../knowledge/knowledge.ts';
import { isInClass } from '../knowledge/lexicon/index.ts';
import type { Annotated, Block, Event, Party, Statement } from '../records/index.ts';
import { appealOrDemand } from './appeals.ts';
import { conditionSubject } from './clauses.ts';
import { itemsOf, placeOf, whenOf } from './details.ts';
import type { Draft } from './draft.ts';
import {
  anaphor,
  bilateral,
  collect,
  isConflict,
  isStateOf,
  mentionedBelow,
  sharedWith,
} from './event-parties.ts';
import { hash } from './hash.ts';
import { isAllegation, isFigurative, isPrivate, isSport, isWeapon, isWorthwhile } from './judge-event.ts';
import { type Home, localOrgans, localParties } from './local-parties.ts';
import { deedsBelow, lawMaker } from './makers.ts';
import { partiesOf, sameParty } from './parties.ts';
import type { PartyContext } from './party-context.ts';
import { retype } from './retype.ts';
import type { Speech } from './statements/speech.ts';
import { depthOf, spanOf, subtree, type Tree } from './tree.ts';

/** An event with the draft it was made from, until the document is done. */
export type Built = { readonly event: Event; readonly draft: Draft };

export type Coder = {
  readonly annotated: Annotated;
  readonly knowledge: Knowledge;
  readonly context: PartyContext;
  readonly statements: readonly { readonly statement: Statement; readonly speech: Speech }[];
  /** The country that the article is about, or null. */
  readonly home: Home | null;
  /** The one other state that is being spoken of. */
  readonly otherState: (tree: Tree, country: string) => readonly Party[];
  /** The paragraphs that report sport. */
  readonly sports: readonly Block[];
};

/** The last event of the sentence before, done by whom "so did Qatar" names. */
export function repeatFor(coder: Coder, tree: Tree, at: number, built: readonly Built[]): Built | null {
  const { annotated, context } = coder;
  const last = built.filter(({ draft }) => draft.tree.sentence.index === tree.sentence.index - 1);
  const [before] = last.sort(
    (a, b) => depthOf(a.draft.tree, a.draft.head) - depthOf(b.draft.tree, b.draft.head),
  );
  const actors = partiesOf(context, tree, at).filter(({ basis }) => basis !== 'unknown');
  if (before === undefined || actors.length === 0 || before.draft.reciprocal) return null;
  const all = tree.tokens.map(({ index }) => index).filter((index) => tree.tokens[index]!.upos !== 'PUNCT');
  const words = spanOf(tree, all, annotated.document.text);
  const event: Event = {
    ...before.event,
    id: hash('e', before.event.id, words.start, names(actors)),
    actors,
    trigger: words,
    evidence: words,
    mentions: [],
    because: [
      `"${words.text}" says again of ${names(actors)}: ${before.event.because[0]}`,
      ...before.event.because,
    ],
  };
  return {
    event,
    draft: { ...before.draft, tree, head: at, actors: [at], recipients: [], words: [], themes: [] },
  };
}

export function buildEvent(coder: Coder, draft: Draft, earlier: readonly Built[]): Event | null {
  const { annotated, knowledge, context } = coder;
  const { text } = annotated.document;
  const { tree } = draft;
  const trigger = spanOf(tree, near(draft.words, draft.head), text);
  const statement = statementAt(coder, trigger.start);
  let actors = collect(draft.actors, (at) => partiesOf(context, tree, lawMaker(knowledge.lexicon, tree, at)));
  if (draft.type === 'ASSAULT' && actors.length === 0)
    actors = collect(deedsBelow(knowledge.lexicon, tree, draft.head), (at) =>
      partiesOf(context, tree, at),
    ).filter(({ basis }) => basis !== 'unknown');
  if (draft.bySpeaker) {
    if (statement === null) {
      // Nobody says it: a demand without a demander leaves the deed itself, not yet done.
      const deed = draft.operator === null ? undefined : draft.inner[0];
      return deed === undefined
        ? null
        : buildEvent(coder, { ...deed, auxiliary: new Set([...deed.auxiliary, 'hypothetical']) }, earlier);
    }
    if (actors.length > 0 && draft.recipients.length === 0) draft = { ...draft, recipients: draft.actors };
    actors = [statement.speaker];
  }
  // "attacked themselves": done to nobody else
  const others = draft.recipients.filter((at) => !/sel(f|ves)$/.test(tree.tokens[at]!.text.toLowerCase()));
  let recipients = collect(others, (at) => partiesOf(context, tree, at)).filter(
    (party) =>
      !actors.some(
        (actor) => sameParty(actor, party) || (actor.start === party.start && actor.end === party.end),
      ),
  );
  if (recipients.length === 0 && draft.type === 'THREATEN')
    recipients = mentionedBelow(context, draft, actors);
  recipients = recipients.flatMap((party) =>
    party.basis === 'unknown' ? anaphor(knowledge, draft, party, earlier) : [party],
  );
  // "promised an investigation": what is promised is nobody.
  if (draft.needs === 'public-actor') recipients = recipients.filter((party) => party.basis !== 'unknown');
  if (isAllegation(draft, actors, statement, knowledge)) {
    // "Seoul said the commitments violated sanctions": a thing does no harm; whoever says so charges those behind it.
    draft = {
      ...draft,
      type: 'ACCUSE',
      mode: 'allege',
      cameo: '112',
      operator: null,
      reciprocal: false,
      because: [...draft.because, `said of a thing ("${actors[0]!.text}"): the speaker's charge`],
    };
    recipients = actors.flatMap((party) => anaphor(knowledge, draft, party, earlier));
    actors = [statement!.speaker];
  }
  if (draft.reciprocal) {
    actors = collect([...actors, ...recipients], (party) => [party]);
    recipients = [];
  }
  const place = placeOf(draft, context.mentionsOf(tree), knowledge, text);
  const foreign = [...actors, ...recipients].some((party) => party.country !== null);
  const country = place?.country ?? (foreign ? null : (coder.home?.country ?? null));
  if (country !== null && !draft.auxiliary.has('hypothetical')) {
    actors = localParties(context, tree, actors, country, 'actor');
    recipients = localParties(context, tree, recipients, country, 'recipient');
  }
  const { home } = coder;
  const isRegime = (lemma: string): boolean => isInClass(knowledge.lexicon, 'regime-nouns', lemma);
  if (home !== null) {
    actors = localOrgans(context, tree, actors, home, isRegime);
    // "the opposition called on the government": among people of one country
    if (actors.length > 0 && actors.every((party) => party.country === home.country))
      recipients = localOrgans(context, tree, recipients, home, isRegime);
  }
  if (draft.type === 'PROTEST')
    actors = actors.map((party) => asCitizens(context, tree, party, place?.country ?? home?.country ?? null));
  if (draft.type === 'PROTEST' && recipients.length === 0 && place?.country != null) {
    // Abroad, a protest is aimed at where it is held.
    const host = knowledge.actors.byCode(place.country);
    if (host !== null && !actors.some((party) => party.country === place.country)) {
      const at = text.indexOf(place.text, tree.sentence.start);
      recipients = [
        {
          text: place.text,
          start: at,
          end: at + place.text.length,
          name: host.name,
          country: host.code,
          sectors: [],
          wikidata: host.wikidata,
          basis: 'implied',
        },
      ];
    }
  }
  if (recipients.every(({ basis }) => basis === 'unknown') && draft.type === 'THREATEN') {
    // "may restrict traffic if Belarus does not free them": a threat is to whom the condition names.
    const asked = conditionSubject(tree, draft.inner[0]?.head ?? draft.head);
    const known = collect(asked, (at) => partiesOf(context, tree, at)).filter(
      (party) => party.basis !== 'unknown' && !actors.some((actor) => sameParty(actor, party)),
    );
    if (known.length > 0) recipients = known;
  }
  if (recipients.length === 0 && isConflict(draft, knowledge))
    recipients = sharedWith(draft, actors, earlier);
  // "Mexico cut ties at once", after a sentence on Ecuador: what is done to one state only has one.
  const [only] = actors;
  if (recipients.length === 0 && bilateral.has(draft.type) && actors.length === 1 && only?.country != null)
    recipients = [...coder.otherState(tree, only.country)];
  if (draft.type === 'PROTEST' && actors.length > 0 && actors.every((party) => isStateOf(tree, party))) {
    const becomes = knowledge.events.forces[`${draft.type}.${draft.mode}`];
    if (becomes === undefined) return null;
    draft = retype(knowledge.events, draft, becomes, 'forces', draft.auxiliary);
  }
  if (!isWorthwhile(draft, actors, recipients) || isFigurative(draft, actors, knowledge)) return null;
  if (isPrivate(draft, knowledge) || isSport(draft, actors, knowledge, coder.sports)) return null;
  const doers = actors.filter((party) => !isWeapon(draft, party, knowledge));
  const facts = knowledge.events.types[draft.type];
  const score = draft.mode === null ? facts.score : (facts.modes[draft.mode] ?? facts.score);
  const when = whenOf(draft, annotated.times, annotated.document.published);
  const auxiliary = new Set(draft.auxiliary);
  if (isHistorical(when?.to ?? null, annotated.document.published)) auxiliary.add('historical');
  const unknown = [...doers, ...recipients].some((party) => party.basis === 'unknown');
  const evidence = evidenceOf(draft, text);
  return {
    id: hash(
      'e',
      annotated.document.id,
      draft.type,
      trigger.start,
      trigger.end,
      names(doers),
      names(recipients),
      // "agreed to restore ties and to reopen embassies": one word, two events
      ...draft.inner.map((one) => one.tree.tokens[one.head]!.start),
    ),
    type: draft.type,
    mode: draft.mode,
    contexts: [...draft.contexts],
    cameo: appealOrDemand(draft, knowledge.lexicon),
    quad: facts.quad,
    score,
    actors: doers,
    recipients,
    items: itemsOf(draft, knowledge, annotated),
    auxiliary: (['historical', 'future', 'hypothetical', 'negation'] as const).filter((mode) =>
      auxiliary.has(mode),
    ),
    when,
    place,
    responseTo: [],
    trigger,
    evidence,
    mentions: [],
    statement: statement?.id ?? null,
    confidence: Math.round(draft.confidence * (unknown ? 0.7 : 1) * 100) / 100,
    because: [
      ...draft.because,
      ...[...doers, ...recipients]
        .filter((party) => party.basis === 'implied')
        .map(
          ({ text, name, country }) => `"${text}" read as ${name}${country === null ? '' : ` (${country})`}`,
        ),
    ],
  };
}

function statementAt(coder: Coder, start: number): Statement | null {
  const speech = innermost(
    coder.statements.map((one) => one.speech),
    start,
    () => true,
  );
  return coder.statements.find((one) => one.speech === speech)?.statement ?? null;
}

/** "Thousands marched through Budapest": people of the place, though only counted. */
function asCitizens(context: PartyContext, tree: Tree, party: Party, country: string | null): Party {
  const head = tree.tokens.find((token) => token.end === party.end);
  const citizens = party.country === null && party.sectors.every((sector) => sector === 'CVL');
  const counted = citizens && head !== undefined && context.isCount(head.lemma.toLowerCase());
  return counted ? { ...party, country, sectors: ['CVL'], basis: 'implied' } : party;
}

/** The frame's words that stand near its head, so that the trigger is a short quotation. */
function near(words: readonly number[], head: number): number[] {
  return words.filter((at) => Math.abs(at - head) <= 6);
}

/** From the first to the last word that the event rests on. */
function evidenceOf(draft: Draft, text: string): { text: string; start: number; end: number } {
  const { tree } = draft;
  const all = [draft, ...draft.inner, ...draft.inner.flatMap((one) => one.inner)];
  const tokens = all.flatMap((one) => [
    ...one.words,
    ...[...one.actors, ...one.recipients, ...one.themes].flatMap((at) =>
      subtree(tree, at, (token) => token.deprel.startsWith('acl') || token.deprel === 'appos'),
    ),
  ]);
  // Of a list's item only the item is quoted, not the line that introduces the list.
  const own = tokens.filter((at) => tree.tokens[at]!.start >= tree.sentence.start);
  return spanOf(tree, own.length > 0 ? own : tokens, text);
}

function isHistorical(to: string | null, published: string | null): boolean {
  if (to === null || published === null) return false;
  return Date.parse(published) - Date.parse(to) > 366 * 86_400_000;
}

function names(parties: readonly Party[]): string {
  return parties.map((party) => `${party.name}/${party.country ?? ''}`).join('|');
}

/** The innermost speech around a place that fits. */
export function innermost(
  speeches: readonly Speech[],
  start: number,
  fits: (speech: Speech) => boolean,
): Speech | null {
  let best: Speech | null = null;
  for (const speech of speeches) {
    if (speech.start > start || speech.end <= start || !fits(speech)) continue;
    if (best === null || speech.end - speech.start < best.end - best.start) best = speech;
  }
  return best;
}
