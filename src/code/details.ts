// When, where and with what: time, place and items of an event, from its own clause.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Annotated, Item, Place, TimeMention, When } from '../records/index.ts';
import type { Draft } from './draft.ts';
import type { SentenceMentions } from './mentions.ts';
import { isPast } from './modality.ts';
import { childrenBy, isBelow, isVerb, markOf, spanOf, subtree, type Tree } from './tree.ts';

/** The time that the event's own clause states, the clause it hangs in, or the day of publication. */
export function whenOf(draft: Draft, times: readonly TimeMention[], published: string | null): When | null {
  const { tree } = draft;
  const here = times.filter(
    (time) => time.sentence === tree.sentence.index && time.from !== null && time.to !== null,
  );
  const governors = clauseChain(tree, draft);
  for (const [step, governor] of governors.entries()) {
    const own = here.find((time) => hangsOn(tree, time, governor));
    if (own !== undefined)
      return { from: own.from!, to: own.to!, text: own.text, basis: step <= 1 ? 'stated' : 'implied' };
  }
  // "Speaking in Hanoi on Thursday, Putin threatened"
  const verbs = [draft.head, ...draft.words].filter((at) => isVerb(tree.tokens[at]!));
  for (const clause of verbs.flatMap((at) => childrenBy(tree, at, 'advcl'))) {
    if (tree.tokens[clause]!.xpos !== 'VBG' || markOf(tree, clause) !== '') continue;
    const beside = here.find((time) => hangsOn(tree, time, clause));
    if (beside !== undefined)
      return { from: beside.from!, to: beside.to!, text: beside.text, basis: 'implied' };
  }
  // "Putin's visit to Vietnam, where he was given a salute on Thursday"
  for (const head of [draft.head, ...childrenBy(tree, draft.head, 'nmod', 'obl')]) {
    for (const clause of childrenBy(tree, head, 'acl:relcl', 'advcl:relcl')) {
      const told = here.find(
        (time) => hangsOn(tree, time, clause) || subtree(tree, clause).includes(time.first),
      );
      if (
        told !== undefined &&
        childrenBy(tree, clause, 'advmod').some((kid) => ['where', 'when'].includes(tree.tokens[kid]!.lemma))
      ) {
        return { from: told.from!, to: told.to!, text: told.text, basis: 'implied' };
      }
    }
  }
  const unreal = ['future', 'hypothetical', 'negation'].some((mode) => draft.auxiliary.has(mode as 'future'));
  if (published === null || unreal) return null;
  const verb = governors.find((at) => isVerb(tree.tokens[at]!));
  if (verb !== undefined && !isPast(tree, verb) && tree.tokens[verb]!.xpos === 'VBN') return null;
  return { from: published, to: published, text: '', basis: 'published' };
}

/** The head, the verb that carries it, and the clauses above in which it stands. */
function clauseChain(tree: Tree, draft: Draft): number[] {
  const out = [draft.head, ...draft.inner.map((one) => one.head)];
  for (
    let node = tree.tokens[draft.head]!.head, step = 0;
    node >= 0 && step < 6;
    node = tree.tokens[node]!.head, step++
  ) {
    const token = tree.tokens[node]!;
    if (isVerb(token)) out.push(node);
    if (token.deprel === 'acl:relcl' || token.deprel === 'ccomp') break;
  }
  return out;
}

function hangsOn(tree: Tree, time: TimeMention, governor: number): boolean {
  for (let at = time.first; at < time.last; at++) {
    const { head, deprel } = tree.tokens[at]!;
    if (head >= time.first && head < time.last) continue;
    if (head === governor) return !deprel.startsWith('nsubj') && deprel !== 'obj';
    // "a visit to Hanoi on Friday": one noun too low
    if (
      head >= 0 &&
      tree.tokens[head]!.head === governor &&
      !isVerb(tree.tokens[head]!) &&
      deprel !== 'nmod:poss'
    )
      return true;
    return false;
  }
  return false;
}

/** The place that the clause names after in, at, near, or to which the actor goes. */
export function placeOf(
  draft: Draft,
  mentions: SentenceMentions,
  knowledge: Knowledge,
  text: string,
): Place | null {
  const { tree } = draft;
  const heads = [
    draft.head,
    ...draft.words.filter((at) => isVerb(tree.tokens[at]!)),
    ...draft.inner.map((one) => one.head),
    // "died in shelling in Kharkiv"
    ...draft.words.filter((at) => !isVerb(tree.tokens[at]!)),
  ];
  for (const head of heads) {
    for (const kid of childrenBy(tree, head, 'obl', 'nmod')) {
      if (
        !['in', 'at', 'near', 'inside', 'outside', 'across', 'off', 'around', 'through'].includes(
          markOf(tree, kid),
        )
      )
        continue;
      const place = resolvePlace(tree, kid, mentions, knowledge, text);
      if (place !== null) return place;
    }
  }
  return null;
}

function resolvePlace(
  tree: Tree,
  at: number,
  mentions: SentenceMentions,
  knowledge: Knowledge,
  text: string,
): Place | null {
  const match = mentions.names[at] ?? null;
  const name = spanOf(
    tree,
    match === null ? nameTokens(tree, at) : range(match.first, match.last),
    text,
  ).text;
  if (name === '') return null;
  const actor =
    match?.actors.find((one) => ['state', 'territory', 'place', 'former'].includes(one.kind)) ?? null;
  const country = actor?.country ?? null;
  const found = knowledge.places.find(name);
  const iso2 = country === null ? null : (knowledge.actors.byCode(country)?.iso2 ?? null);
  const facts = (iso2 === null ? found[0] : found.find((one) => one.iso2 === iso2)) ?? null;
  // Without a country from the actors, a town is taken only when one bearer of the name is far the largest.
  const sure =
    country !== null ||
    (facts !== null &&
      (found.length === 1 || facts.population > 5 * (found[1]?.population ?? 0)) &&
      facts.population > 100_000);
  if (country === null && !sure) return null;
  const code = country ?? knowledge.actors.states.find((state) => state.iso2 === facts?.iso2)?.code ?? null;
  return {
    text: name,
    country: code,
    latitude: facts?.latitude ?? null,
    longitude: facts?.longitude ?? null,
    geonames: facts?.geonames ?? null,
  };
}

function nameTokens(tree: Tree, at: number): number[] {
  if (tree.tokens[at]!.upos !== 'PROPN') return [];
  return subtree(tree, at, (token) => !['flat', 'compound'].includes(token.deprel)).filter(
    (one) => tree.tokens[one]!.upos === 'PROPN',
  );
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first }, (_, k) => first + k);
}

/** Goods, arms, money and people named among the event's own words and arguments. */
export function itemsOf(draft: Draft, knowledge: Knowledge, annotated: Annotated): Item[] {
  const { tree } = draft;
  const roots = [draft, ...draft.inner];
  const heads = roots.flatMap((one) => [one.head, ...one.words, ...one.themes]);
  const parties = new Set(roots.flatMap((one) => [...one.actors, ...one.recipients]));
  const area = new Set<number>();
  for (const head of heads) {
    area.add(head);
    for (const kid of childrenBy(
      tree,
      head,
      'obj',
      'compound',
      'amod',
      'nmod',
      'nsubj:pass',
      'conj',
      'obl',
    )) {
      if (parties.has(kid) || isVerb(tree.tokens[kid]!)) continue;
      for (const at of subtree(
        tree,
        kid,
        (token) => token.deprel.startsWith('acl') || parties.has(token.index),
      ))
        area.add(at);
    }
    // "weapons provided": the participle's noun
    if (tree.tokens[head]!.deprel === 'acl' && tree.tokens[head]!.head >= 0)
      area.add(tree.tokens[head]!.head);
  }
  const out: Item[] = [];
  for (let at = 0; at < tree.tokens.length; at++) {
    if (!area.has(at) || !['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(tree.tokens[at]!.upos)) continue;
    const found = knowledge.items.match(tree.lemmas, at, tree.forms);
    if (found === null) continue;
    const span = spanOf(tree, range(at, at + found.length), annotated.document.text);
    out.push({ ...span, category: found.category });
    at += found.length - 1;
  }
  return out;
}

export { isBelow };
