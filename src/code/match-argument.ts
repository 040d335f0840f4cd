// Matches one argument of a pattern below its head: subject, object, prepositional phrase, infinitive, clause, purpose.
import type { Argument, Filler } from '../knowledge/lexicon/pattern.ts';
import { carrier } from './act-nouns.ts';
import { subjectAfterFor, toldBefore } from './clauses.ts';
import { fill, fillAny, isTime, type MatchContext } from './fill-slot.ts';
import { afterPreposition, isPassive, logicalObjects, logicalSubject, surfaceSubject } from './roles.ts';
import { childExactly, childrenBy, isVerb, markOf, subtree, type Tree, withConjuncts } from './tree.ts';

const locatives = ['in', 'at', 'near', 'inside', 'outside', 'around'];

export function matchArgument(ctx: MatchContext, arg: Argument, bare: number): boolean {
  const { tree, head } = ctx;
  if ('slot' in arg.filler && arg.filler.slot === 'E') return matchEmbedded(ctx, arg);
  switch (arg.at) {
    case 'subject':
      return matchSubject(ctx, arg.filler);
    case 'owner': {
      const owner = childExactly(tree, head, 'nmod:poss');
      return owner !== null && fill(ctx, arg.filler, owner);
    }
    case 'object':
    case 'second':
      return matchObject(ctx, arg, bare);
    case 'preposition': {
      if (arg.prepositions.includes('') && ctx.pos === 'v') {
        const { direct } = logicalObjects(tree, head);
        if (direct !== null && fillAny(ctx, arg.filler, direct)) return true;
      }
      const places = [
        ...afterPreposition(tree, head, arg.prepositions),
        ...subjectAfterFor(tree, head, arg.prepositions),
        // "went to war against Kyiv": the phrase may hang on the noun of the fixed words.
        ...ctx.draft.words
          .filter((at) => at !== head)
          .flatMap((at) => afterPreposition(tree, at, arg.prepositions)),
      ];
      if (ctx.pos === 'n') places.push(...carriedPhrases(ctx, arg.prepositions));
      // "went to war against Kyiv with a clear aim": of two phrases that fit, the one that is somebody.
      if (isRecipient(arg.filler) && places.length > 1)
        places.sort((a, b) => Number(ctx.partyLike(b)) - Number(ctx.partyLike(a)));
      return places.some((place) => {
        // "agreed on Monday" says when, not on what.
        if (arg.prepositions.includes('on') && isTime(ctx, place)) return false;
        // "killed ten Russian soldiers in Ukraine": done to the soldiers, not to the country where they were.
        const victim = ctx.harms && isRecipient(arg.filler) && isLocative(tree, place) ? victimOf(ctx) : null;
        return fillAny(ctx, arg.filler, victim ?? place);
      });
    }
    case 'purpose':
      return matchPurpose(ctx, arg);
    default:
      return false;
  }
}

/** "sent troops to protect Kyiv", "let the party reopen": an infinitive below the head or its object. */
function matchPurpose(ctx: MatchContext, { verbs = [], filler }: Argument): boolean {
  const { tree, head, draft } = ctx;
  const { direct, indirect } =
    ctx.pos === 'v' ? logicalObjects(tree, head) : { direct: null, indirect: null };
  const above = [head, direct, indirect].filter((at) => at !== null);
  const places = above.flatMap((at) => childrenBy(tree, at, 'advcl', 'acl', 'xcomp', 'ccomp'));
  for (const infinitive of places.flatMap((at) => withConjuncts(tree, at))) {
    const token = tree.tokens[infinitive]!;
    if (infinitive < head || token.xpos !== 'VB') continue;
    const particle = childExactly(tree, infinitive, 'compound:prt');
    const phrase = particle === null ? token.lemma : `${token.lemma} ${tree.tokens[particle]!.lemma}`;
    if (!verbs.includes(phrase)) continue;
    if (!('slot' in filler && filler.slot === 'X')) {
      const object = logicalObjects(tree, infinitive).direct;
      const near = [
        ...(object === null ? [] : [object]),
        ...childrenBy(tree, infinitive, 'obl'),
        ...(object === null ? [] : childrenBy(tree, object, 'nmod')),
      ];
      const filled =
        'slot' in filler
          ? near.length > 0 && fill(ctx, filler, near.find((at) => ctx.partyLike(at)) ?? near[0]!)
          : near.some((at) => fillAny(ctx, filler, at));
      if (!filled) continue;
    }
    draft.words.push(infinitive);
    draft.weight += 1.2;
    return true;
  }
  return false;
}

function isRecipient(filler: Filler): boolean {
  return 'slot' in filler && filler.slot === 'R';
}

function isLocative(tree: Tree, at: number): boolean {
  return locatives.includes(markOf(tree, at));
}

/** The object that the pattern names by a word or class, where it is somebody. */
function victimOf(ctx: MatchContext): number | null {
  if (ctx.pos !== 'v') return null;
  const { direct } = logicalObjects(ctx.tree, ctx.head);
  const somebody =
    direct !== null && ctx.tree.tokens[direct]!.upos !== 'PRON' && ctx.draft.words.includes(direct);
  return somebody && ctx.partyLike(direct) ? direct : null;
}

function matchSubject(ctx: MatchContext, filler: Filler): boolean {
  const { tree, head } = ctx;
  const subject = ctx.pos === 'a' ? predicateSubject(tree, head) : logicalSubject(tree, head);
  if (subject !== null) return fillAny(ctx, filler, subject);
  // A passive without by-phrase, an infinitive without subject: the actor stays open.
  return 'slot' in filler && filler.slot === 'A' && filler.only === undefined;
}

/** Of whom an adjective is said: "Japan is concerned", "remains concerned", "concerned about X, Japan ...". */
function predicateSubject(tree: Tree, head: number): number | null {
  const token = tree.tokens[head]!;
  const own = surfaceSubject(tree, head);
  if (own !== null) return own;
  if (token.deprel === 'amod' || token.deprel === 'acl') return token.head;
  if ((token.deprel === 'xcomp' || token.deprel === 'advcl' || token.deprel === 'conj') && token.head >= 0)
    return surfaceSubject(tree, token.head);
  return null;
}

function matchObject(ctx: MatchContext, arg: Argument, bare: number): boolean {
  const { tree, head, pos } = ctx;
  if (pos !== 'v') return false;
  const { direct, indirect } = logicalObjects(tree, head);
  if (bare === 2) {
    if (indirect !== null && direct !== null)
      return fillAny(ctx, arg.filler, arg.at === 'object' ? indirect : direct);
    // "lent Ukraine tanks", "granted Jordan trade preferences": the parser takes the receiver for part of the gift's name.
    const receiver = direct === null || indirect !== null ? null : receiverInside(ctx, direct);
    if (receiver !== null) return fillAny(ctx, arg.filler, arg.at === 'object' ? receiver : direct!);
    // "name R an enemy", "called the claim baseless": the second part is a predicate, or was taken for a modifier
    const predicate =
      childrenBy(tree, head, 'xcomp').find((kid) => markOf(tree, kid) !== 'to') ??
      (direct === null
        ? undefined
        : childrenBy(tree, direct, 'amod', 'acl', 'xcomp').find((kid) => kid > direct)) ??
      null;
    const only = arg.at === 'object' ? direct : predicate;
    return only !== null && predicate !== null && fillAny(ctx, arg.filler, only);
  }
  // "asked Ankara to help": the only object may be an indirect one.
  const object = direct ?? indirect;
  return object !== null && fillAny(ctx, arg.filler, object);
}

/** A name right after a verb in the active voice, read as a compound of the verb's object. */
function receiverInside({ tree, head, partyLike }: MatchContext, direct: number): number | null {
  if (tree.tokens[direct]!.upos !== 'NOUN' || isPassive(tree, head)) return null;
  const name = childrenBy(tree, direct, 'compound', 'nmod:desc', 'amod').find(
    (kid) => tree.tokens[kid]!.upos === 'PROPN',
  );
  if (name === undefined || !partyLike(name)) return null;
  return Math.min(...subtree(tree, name)) === head + 1 ? name : null;
}

function matchEmbedded(ctx: MatchContext, arg: Argument): boolean {
  const { tree, head, draft } = ctx;
  const add = (at: number): boolean => {
    if (!draft.E.includes(at)) draft.E.push(at);
    draft.weight += 0.4;
    return true;
  };
  const clauses = (...relations: string[]): number[] =>
    childrenBy(tree, head, ...relations).filter((kid) => kid !== head);
  switch (arg.at) {
    case 'infinitive': {
      const infinitives = clauses('xcomp', 'ccomp', 'advcl', 'acl', 'csubj').filter(
        (kid) => /^to\b|\bto$/.test(markOf(tree, kid)) && kid > head,
      );
      // An adverbial infinitive far off is a purpose ("works with allies to respond"), no complement.
      const close = (kid: number): boolean =>
        tree.tokens[kid]!.deprel !== 'advcl' ||
        markOf(tree, kid).startsWith('for ') ||
        !childrenBy(tree, head, 'obj', 'obl').some(
          (other) =>
            other > head &&
            other < kid &&
            !isTime(ctx, other) &&
            ![...draft.A, ...draft.R, ...draft.X, ...draft.words].includes(other),
        );
      const verb = infinitives.find((kid) => tree.tokens[kid]!.deprel !== 'advcl') ?? infinitives.find(close);
      // "had nothing to fear": the infinitive is the object's, unless the pattern has a place for an object.
      const object = ctx.pos === 'v' ? logicalObjects(tree, head).direct : null;
      const between =
        object !== null &&
        !draft.R.includes(object) &&
        !draft.X.includes(object) &&
        verb !== undefined &&
        object > head &&
        object < verb &&
        tree.tokens[object]!.head === head;
      if (verb !== undefined && !(between && !ctx.takesObject)) return add(verb);
      const noun = afterPreposition(tree, head, ['to']).find((kid) => kid > head);
      return noun !== undefined && add(noun);
    }
    case 'clause': {
      // "the threat posed by" is no clause of what is threatened; "the threat that it would attack" is.
      const told = (kid: number): boolean =>
        tree.tokens[kid]!.deprel !== 'acl' ||
        (kid > head && childrenBy(tree, kid, 'nsubj', 'mark').length > 0);
      const clause = clauses('ccomp', 'csubj', 'acl', 'parataxis').find(told) ?? toldBefore(tree, head);
      return clause != null && add(clause);
    }
    case 'object':
    case 'second': {
      if (ctx.pos !== 'v') return false;
      const { direct, indirect } = logicalObjects(tree, head);
      const filled = [...draft.R, ...draft.X];
      const object = arg.at === 'second' && indirect === null ? null : direct;
      if (object !== null && !filled.includes(object)) return add(object);
      const gerund = clauses('xcomp', 'ccomp').find(
        (kid) => arg.at === 'second' || tree.tokens[kid]!.xpos === 'VBG',
      );
      return gerund !== undefined && add(gerund);
    }
    case 'preposition': {
      const gerund = clauses('advcl', 'acl', 'obl', 'xcomp', 'ccomp').find(
        (kid) =>
          arg.prepositions.includes(markOf(tree, kid)) &&
          (isVerb(tree.tokens[kid]!) || tree.tokens[kid]!.xpos === 'VBG'),
      );
      if (gerund !== undefined) return add(gerund);
      const { direct } = ctx.pos === 'v' ? logicalObjects(tree, head) : { direct: null };
      if (direct !== null) {
        const below = childrenBy(tree, direct, 'acl', 'nmod').find((kid) =>
          arg.prepositions.includes(markOf(tree, kid)),
        );
        if (below !== undefined) return add(below);
      }
      const noun = afterPreposition(tree, head, arg.prepositions).find((at) => !isTime(ctx, at));
      return noun !== undefined && add(noun);
    }
    default:
      return false;
  }
}

function carriedPhrases(ctx: MatchContext, prepositions: readonly string[]): number[] {
  const verb = carrier(ctx.tree, ctx.head, ctx.lexicon);
  return verb === null ? [] : afterPreposition(ctx.tree, verb, prepositions).filter((at) => at !== ctx.head);
}
