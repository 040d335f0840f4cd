// The party of a name that the index knows: which of its bearers is meant, at the document's date.
import type { Actor } from '../knowledge/actors.ts';
import type { Party } from '../records/index.ts';
import type { NameMatch } from './mentions.ts';
import type { PartyContext } from './party-context.ts';
import { nominalText, wordsOf } from './party-words.ts';
import type { Tree } from './tree.ts';

/** The party of a name in the index, at the document's date. */
export function namedParty(context: PartyContext, tree: Tree, at: number, match: NameMatch): Party | null {
  const owner = ownerCountry(context, tree, match);
  const actor = chooseActor(context, match.actors, owner);
  if (actor === null) return null;
  const resolved = context.actors.resolve(actor, context.date);
  if (resolved === null) return null;
  // "the Philippine Department of Justice", "South Africa's Department of Energy": another state's body of that name.
  const other =
    actor.kind === 'body'
      ? (owner ?? possessorCountry(context, tree, match) ?? stateAfter(context, tree, match))
      : null;
  if (other !== null && other !== resolved.country) {
    return {
      ...wordsOf(context, tree, at),
      name: nominalText(context, tree, at).text,
      country: other,
      sectors: [...resolved.sectors],
      wikidata: null,
      basis: 'stated',
    };
  }
  // "Podemos" in an article on Mozambique that names no Spain: a party of the same name at home.
  const stranger =
    actor.kind === 'party' &&
    context.home !== null &&
    context.home !== resolved.country &&
    context.named(resolved.country ?? '') === 0;
  if (stranger)
    return {
      ...wordsOf(context, tree, at),
      name: nominalText(context, tree, at).text,
      country: context.home,
      sectors: [...resolved.sectors],
      wikidata: null,
      basis: 'implied',
    };
  const noun = context.mentionsOf(tree).nouns[at];
  const sectors =
    noun == null || noun.first >= match.first || resolved.sectors.length > 1
      ? resolved.sectors
      : [...new Set([...resolved.sectors, ...noun.agent.sectors])];
  return {
    ...wordsOf(context, tree, at),
    name: resolved.name,
    country: resolved.country,
    sectors: [...sectors],
    wikidata: resolved.wikidata,
    basis: 'stated',
  };
}

/** Several holders of one surname: the one of the country named beside it, else the one in office at the date. */
function chooseActor(context: PartyContext, actors: readonly Actor[], country: string | null): Actor | null {
  const fits =
    country === null
      ? []
      : actors.filter((actor) => context.actors.resolve(actor, context.date)?.country === country);
  const pool = fits.length > 0 ? fits : ofArticle(context, actors);
  return context.actors.settle(pool, context.date);
}

/** Of a name that several states share ("Brussels", "Congress"), the readings in a country that the article names. */
function ofArticle(context: PartyContext, actors: readonly Actor[]): readonly Actor[] {
  const countries = new Set(actors.map(({ country }) => country));
  // Of persons the office at the date decides.
  if (countries.size < 2 || actors.some(({ kind }) => kind === 'person')) return actors;
  const named = actors.filter(({ country }) => country !== null && context.named(country) > 0);
  return new Set(named.map(({ country }) => country)).size === 1 ? named : actors;
}

function ownerCountry(context: PartyContext, tree: Tree, own: NameMatch): string | null {
  const mentions = context.mentionsOf(tree);
  for (let k = own.first - 1; k >= Math.max(0, own.first - 5); k--) {
    const name = mentions.names[k];
    if (name !== null && name !== undefined) {
      const actor = name.actors.find((one) => one.kind === 'state' || one.kind === 'territory');
      return actor === undefined ? null : (context.actors.resolve(actor, context.date)?.country ?? null);
    }
    if (!['NOUN', 'PROPN', 'ADJ'].includes(tree.tokens[k]!.upos)) break;
  }
  return null;
}

/** "South Africa's Department of Energy": the state right before the possessive mark. */
function possessorCountry(context: PartyContext, tree: Tree, own: NameMatch): string | null {
  if (!/^['’]s?$/.test(tree.tokens[own.first - 1]?.text ?? '')) return null;
  return stateAt(context, tree, own.first - 2);
}

/** "the Law Society of Kenya": the state in the "of" right after a body's name. */
function stateAfter(context: PartyContext, tree: Tree, own: NameMatch): string | null {
  if (tree.tokens[own.last]?.text !== 'of') return null;
  const next = tree.tokens[own.last + 1]?.text === 'the' ? own.last + 2 : own.last + 1;
  return stateAt(context, tree, next);
}

function stateAt(context: PartyContext, tree: Tree, at: number): string | null {
  const actor = context
    .mentionsOf(tree)
    .names[at]?.actors.find((one) => one.kind === 'state' || one.kind === 'territory');
  return actor === undefined ? null : (context.actors.resolve(actor, context.date)?.country ?? null);
}
