// Codes one annotated document: events and statements, computed from the lexicon over the trees. Pure, synchronous.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Annotated, Block, Commitment, Event, Party, Sentence, Statement } from '../records/index.ts';
import { appealOrDemand } from './appeals.ts';
import { readBareNumbers } from './bare-numbers.ts';
import { conditionSubject } from './clauses.ts';
import { codeCommitments } from './commitments.ts';
import { composeSentence } from './compose.ts';
import { createCoreference } from './coreference.ts';
import { datelineCountry } from './dateline.ts';
import { itemsOf, placeOf, whenOf } from './details.ts';
import type { Draft } from './draft.ts';
import { likewise } from './ellipsis.ts';
import { hash } from './hash.ts';
import {
  isAllegation,
  isFigurative,
  isPrivate,
  isSport,
  isWeapon,
  isWorthwhile,
  sportsPages,
} from './judge-event.ts';
import { joinListItems } from './list-items.ts';
import { countNamed, type Home, homeOf, localOrgans, localParties } from './local-parties.ts';
import { deedsBelow, lawMaker, makersOf } from './makers.ts';
import { matchLexicon } from './match.ts';
import { mendTree } from './mend-tree.ts';
import { findMentions, type SentenceMentions } from './mentions.ts';
import { mergeEvents } from './merge.ts';
import { isPartyLike, isPlaceName, partiesOf, sameParty } from './parties.ts';
import type { PartyContext } from './party-context.ts';
import { largeTown, referringWords } from './referring-words.ts';
import { rememberAll } from './remember.ts';
import { linkResponses } from './responses.ts';
import { retype } from './retype.ts';
import { buildStatements, speakerOf } from './statements/build-statements.ts';
import { findSpeech } from './statements/find-speech.ts';
import { reportingWords, type Speech } from './statements/speech.ts';
import { createStrangers } from './strangers.ts';
import { buildTree, depthOf, isVerb, spanOf, subtree, type Tree } from './tree.ts';
import { isAsked, turnLabels } from './turns.ts';
import { voiceOf } from './voice.ts';

export type Coded = {
  readonly events: readonly Event[];
  readonly statements: readonly Statement[];
  readonly commitments: readonly Commitment[];
};

/** An event with the draft it was made from, until the document is done. */
export type Built = { readonly event: Event; readonly draft: Draft };

type Coder = {
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

/** In words. */
const longestSentence = 250;

export function codeDocument(given: Annotated, knowledge: Knowledge): Coded {
  const annotated = joinListItems(given);
  const { document } = annotated;
  // No writer's sentence is longer; a run of words that is, is a table or noise and says nothing that can be trusted.
  const mended = annotated.sentences
    .filter(({ tokens }) => tokens.length <= longestSentence)
    .map((sentence) => mendTree(sentence, knowledge.lexicon));
  const isSomebody = (lemma: string): boolean => knowledge.actors.matchAgent([lemma], 0) !== null;
  const trees = readBareNumbers(mended, isSomebody).map(buildTree);
  const mentions = new Map<Sentence, SentenceMentions>();
  const mentionsOf = (tree: Tree): SentenceMentions => {
    let known = mentions.get(tree.sentence);
    if (known === undefined) {
      known = findMentions(tree, knowledge.actors, annotated.names);
      mentions.set(tree.sentence, known);
    }
    return known;
  };
  const heard = findSpeech(annotated, trees, reportingWords(knowledge.lexicon.classes));
  // What is only wanted or believed makes no event claimed and gives no "I" a name.
  const speeches = heard.filter(({ manner }) => manner === 'speech');
  const speakers = new Map<Speech, Party | null>();
  const home = homeOf(trees.map(mentionsOf), datelineCountry(document, knowledge));
  const coreference = createCoreference(
    (start) => {
      const speech = innermost(speeches, start, (one) => one.kind !== 'indirect');
      if (speech === null) return null;
      return speakers.get(speech) ?? null;
    },
    referringWords(knowledge),
    {
      home: home?.country ?? null,
      isQuoted: (start) => annotated.quotations.some((one) => one.start <= start && start < one.end),
    },
  );
  const counts = countNamed(trees.map(mentionsOf));
  const strangers = createStrangers();
  const context: PartyContext = {
    actors: knowledge.actors,
    date: document.published,
    text: document.text,
    mentionsOf,
    refer: coreference.refer,
    townCountry: (name) => largeTown(knowledge, name),
    named: (country) => counts.get(country) ?? 0,
    called: strangers.called,
    makersOf: (tree, at) => makersOf(knowledge.lexicon, tree, at),
    isLocated: (tree, at) =>
      knowledge.lexicon.classes.get('located-deeds')?.has(tree.tokens[at]!.lemma.toLowerCase()) ?? false,
    isMission: (lemma) => knowledge.lexicon.classes.get('mission-nouns')?.has(lemma) ?? false,
    isRelational: (lemma) => knowledge.lexicon.classes.get('relational-nouns')?.has(lemma) ?? false,
  };
  const labels = turnLabels(document);
  const persons = annotated.names.filter(({ kind }) => kind === 'PER');
  const isRegime = (lemma: string): boolean =>
    knowledge.lexicon.classes.get('regime-nouns')?.has(lemma) ?? false;
  const atHome = (tree: Tree, party: Party): Party =>
    home === null ? party : (localOrgans(context, tree, [party], home, isRegime)[0] ?? party);
  for (const tree of trees) {
    rememberAll(tree, context, { remember: coreference.remember, labels, persons, strangers, atHome });
    coreference.setVoice(voiceOf(tree, context, annotated, knowledge));
  }
  for (const speech of speeches) speakers.set(speech, speakerOf(context, speech));
  const told = buildStatements(heard, context, document, (speech) => speakers.get(speech) ?? null);
  const statements = told.filter(({ speech }) => speech.manner === 'speech' && speech.speaker !== null);
  const sports = sportsPages(trees, document, knowledge);
  const coder: Coder = {
    annotated,
    knowledge,
    context,
    statements,
    home,
    sports,
    otherState: coreference.otherState,
  };
  const built: Built[] = [];
  const ids = new Set<string>();
  for (const tree of trees) {
    const here = mentionsOf(tree);
    const matches = matchLexicon(tree, knowledge.lexicon, {
      partyLike: (at) => isPartyLike(here, at),
      isAgent: (at) => here.nouns[at] !== null,
      isPlaceName: (at) => isPlaceName(here, at),
    });
    const other = likewise(tree);
    if (other !== null) {
      const repeated = repeatFor(coder, tree, other, built);
      if (repeated !== null) built.push(repeated);
      continue;
    }
    if (matches.size === 0) continue;
    for (const draft of composeSentence(tree, matches, knowledge.events, knowledge.lexicon)) {
      if (isAsked(tree, draft.head)) continue;
      const event = buildEvent(coder, draft, built);
      if (event === null || ids.has(event.id)) continue;
      ids.add(event.id);
      built.push({ event, draft });
    }
  }
  const linked = linkResponses(built, knowledge.lexicon, document.text);
  const { merged, renamed } = mergeEvents(linked, annotated);
  const commitments = codeCommitments(
    linked,
    annotated,
    knowledge.lexicon,
    statements.map(({ statement }) => statement),
    renamed,
  );
  return {
    events: merged.map(({ event }) => event),
    statements: [...new Set(told.map(({ statement }) => statement))],
    commitments,
  };
}

/** The last event of the sentence before, done by whom "so did Qatar" names. */
function repeatFor(coder: Coder, tree: Tree, at: number, built: readonly Built[]): Built | null {
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

function innermost(
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

function buildEvent(coder: Coder, draft: Draft, earlier: readonly Built[]): Event | null {
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
  const isRegime = (lemma: string): boolean =>
    knowledge.lexicon.classes.get('regime-nouns')?.has(lemma) ?? false;
  if (home !== null) {
    actors = localOrgans(context, tree, actors, home, isRegime);
    // "the opposition called on the government": among people of one country
    if (actors.length > 0 && actors.every((party) => party.country === home.country))
      recipients = localOrgans(context, tree, recipients, home, isRegime);
  }
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
  if (isPrivate(draft, knowledge) || isSport(draft, knowledge, coder.sports)) return null;
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
        .map((party) => `"${party.text}" read as ${party.name}`),
    ],
  };
}

/** Breaking off and threatening are done to somebody. */
const bilateral: ReadonlySet<Event['type']> = new Set(['SANCTION', 'THREATEN']);

function isConflict({ type }: Draft, { events }: Knowledge): boolean {
  return events.types[type].quad.endsWith('conflict') && !['PROTEST', 'MOBILIZE'].includes(type);
}

/** "recalled its envoy from Mexico and threatened to cut ties": to whom the deed told before it was done by the same actor. */
function sharedWith(draft: Draft, actors: readonly Party[], earlier: readonly Built[]): Party[] {
  const { tree } = draft;
  const clause = (one: Draft): number => clauseOf(one.tree, one.head);
  const { deprel, head } = tree.tokens[clause(draft)]!;
  if (deprel !== 'conj' || head < 0) return [];
  const before = earlier.findLast(
    ({ draft: other, event }) =>
      other.tree === tree &&
      (clause(other) === head || tree.tokens[clause(other)]!.head === head) &&
      event.recipients.length > 0 &&
      event.actors.length > 0 &&
      event.actors.every((one) => actors.some((actor) => actor.name === one.name)),
  );
  const known = before?.event.recipients.filter(({ country }) => country !== null) ?? [];
  return known.map((party) => ({ ...party, basis: 'implied' }));
}

/** The verb of the clause in which a token stands. */
function clauseOf(tree: Tree, at: number): number {
  let node = at;
  while (!isVerb(tree.tokens[node]!) || tree.tokens[node]!.deprel === 'xcomp') {
    const { head } = tree.tokens[node]!;
    if (head < 0) break;
    node = head;
  }
  return node;
}

/** A state by its own name, or soldiers, police and officials: not its people ("Georgians marched"). */
function isStateOf(tree: Tree, { sectors, country, end }: Party): boolean {
  const official = ['MIL', 'COP', 'GOV', 'SPY', 'REB', 'UAF'];
  if (sectors.length > 0) return sectors.every((sector) => official.includes(sector));
  const head = tree.tokens.find((token) => token.end === end);
  return country !== null && head?.upos === 'PROPN' && head.xpos === 'NNP';
}

/** "decisions that would not please Seoul": who a vague threat is about stands in the clause on its object. */
function mentionedBelow(context: PartyContext, draft: Draft, actors: readonly Party[]): Party[] {
  const { tree } = draft;
  // ... or in the clause that tells what is threatened: "to turn Seoul into a sea of fire"
  const clauses = draft.words.flatMap((word) =>
    tree.kids[word]!.filter(
      (kid) =>
        tree.tokens[kid]!.deprel === 'acl:relcl' ||
        (draft.inner.length === 0 && tree.tokens[kid]!.deprel === 'xcomp'),
    ),
  );
  const objects = clauses.flatMap((clause) =>
    tree.kids[clause]!.filter((kid) => ['obj', 'obl'].includes(tree.tokens[kid]!.deprel)),
  );
  return collect(objects, (at) => partiesOf(context, tree, at)).filter(
    (party) => party.country !== null && !actors.some((actor) => actor.country === party.country),
  );
}

function collect<T>(from: readonly T[], get: (one: T) => readonly Party[]): Party[] {
  const out: Party[] = [];
  for (const one of from)
    for (const party of get(one)) if (!out.some((other) => sameParty(other, party))) out.push(party);
  return out;
}

const words: ReadonlySet<Event['type']> = new Set(['REQUEST', 'SUPPORT', 'ACCUSE', 'CONSULT', 'THREATEN']);

/** "condemned the treaty", "such a move": the parties of the event that the words point back to. */
function anaphor(
  knowledge: Knowledge,
  draft: Draft,
  party: Party,
  earlier: readonly Built[],
): readonly Party[] {
  const { tree } = draft;
  const at = tree.tokens.find((token) => token.end === party.end && !isVerb(token));
  if (at === undefined) return [party];
  const definite = tree.kids[at.index]!.some((kid) =>
    ['the', 'this', 'that', 'such', 'these', 'those'].includes(tree.tokens[kid]!.lemma.toLowerCase()),
  );
  if (!definite) return [party];
  const lemma = at.lemma.toLowerCase();
  const agreements = knowledge.lexicon.classes.get('agreement');
  const wordsOf = (before: Draft): string[] =>
    before.words.map((word) => before.tree.tokens[word]!.lemma.toLowerCase());
  // The same word first, then any agreement for an agreement, then the event before for "the move".
  const tests: ((before: Draft) => boolean)[] = [(before) => wordsOf(before).includes(lemma)];
  if (agreements?.has(lemma)) tests.push((before) => wordsOf(before).some((word) => agreements.has(word)));
  const points = knowledge.lexicon.classes.get('anaphors')?.has(lemma) ?? false;
  // A move or decision is something done or resolved, no request, praise, charge or meeting.
  if (points && knowledge.lexicon.classes.get('decision-nouns')?.has(lemma))
    tests.push((before) => before.tree !== tree && !words.has(before.type));
  if (points) tests.push((before) => before.tree !== tree);
  for (const test of tests) {
    for (const { event, draft: before } of [...earlier].reverse()) {
      if (tree.sentence.index - before.tree.sentence.index > 40) break;
      if (!test(before)) continue;
      const parties = event.actors.filter((one) => one.basis !== 'unknown');
      if (parties.length > 0)
        return parties.map((one) => ({
          ...one,
          text: party.text,
          start: party.start,
          end: party.end,
          basis: 'implied' as const,
        }));
    }
  }
  return [party];
}

function statementAt(coder: Coder, start: number): Statement | null {
  const speech = innermost(
    coder.statements.map((one) => one.speech),
    start,
    () => true,
  );
  return coder.statements.find((one) => one.speech === speech)?.statement ?? null;
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
