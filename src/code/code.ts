// Codes one annotated document: events and statements, computed from the lexicon over the trees. Pure, synchronous.

import type { Knowledge } from '../knowledge/knowledge.ts';
import { isInClass } from '../knowledge/lexicon/index.ts';
import type { Annotated, Commitment, Event, Party, Sentence, Statement } from '../records/index.ts';
import { readBareNumbers } from './bare-numbers.ts';
import { type Built, buildEvent, type Coder, innermost, repeatFor } from './build-event.ts';
import { codeCommitments } from './commitments.ts';
import { composeSentence } from './compose.ts';
import { createCoreference } from './coreference.ts';
import { datelineCountry } from './dateline.ts';
import { likewise } from './ellipsis.ts';
import { sportsPages } from './judge-event.ts';
import { joinListItems } from './list-items.ts';
import { countNamed, homeOf, localOrgans } from './local-parties.ts';
import { makersOf } from './makers.ts';
import { matchLexicon } from './match.ts';
import { mendTree } from './mend-tree.ts';
import { findMentions, isPlaceName, type SentenceMentions } from './mentions.ts';
import { mergeEvents } from './merge.ts';
import { isPartyLike } from './parties.ts';
import type { PartyContext } from './party-context.ts';
import { largeTown, referringWords } from './referring-words.ts';
import { rememberAll } from './remember.ts';
import { linkResponses } from './responses.ts';
import { buildStatements, speakerOf } from './statements/build-statements.ts';
import { findSpeech } from './statements/find-speech.ts';
import { reportingWords, type Speech } from './statements/speech.ts';
import { createStrangers } from './strangers.ts';
import { buildTree, type Tree } from './tree.ts';
import { isAsked, turnLabels } from './turns.ts';
import { voiceOf } from './voice.ts';

export type Coded = {
  readonly events: readonly Event[];
  readonly statements: readonly Statement[];
  readonly commitments: readonly Commitment[];
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
    home: home?.country ?? null,
    called: strangers.called,
    makersOf: (tree, at) => makersOf(knowledge.lexicon, tree, at),
    isLocated: (tree, at) =>
      isInClass(knowledge.lexicon, 'located-deeds', tree.tokens[at]!.lemma.toLowerCase()),
    isMission: (lemma) => isInClass(knowledge.lexicon, 'mission-nouns', lemma),
    isCount: (lemma) => isInClass(knowledge.lexicon, 'count-nouns', lemma),
    isRelational: (lemma) => isInClass(knowledge.lexicon, 'relational-nouns', lemma),
  };
  const labels = turnLabels(document);
  const persons = annotated.names.filter(({ kind }) => kind === 'PER');
  const isRegime = (lemma: string): boolean => isInClass(knowledge.lexicon, 'regime-nouns', lemma);
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
