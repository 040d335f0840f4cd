// The event of one act, and what its modal verbs make of it: a demand, a threat, something of the future.
import type { EventType } from '../records/index.ts';
import { carrier } from './act-nouns.ts';
import { hasCondition } from './clauses.ts';
import type { Draft, Tools } from './draft.ts';
import type { Frame } from './match.ts';
import { modalityOf } from './modality.ts';
import { isMouthpiece } from './mouthpiece.ts';
import { asFuture, cameoOf, effectiveType, lookUp, modeOf, retype } from './retype.ts';
import { logicalSubject } from './roles.ts';
import { childrenBy, isVerb, type Tree } from './tree.ts';

/** Words for whoever speaks or was just named. */
export const ownWords = new Set(['it', 'he', 'she', 'they', 'we', 'i', 'its', 'their', 'his', 'her', 'our']);

/** Types of harm that may be held out. */
export function isTurned(type: EventType): boolean {
  return ['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'PROTEST'].includes(type);
}

/** The event of an act as it is told: of the future, demanded, or held out as a threat. */
export function actDraft(tools: Tools, frame: Frame): Draft {
  const { tree, lexicon, tables } = tools;
  const { entry } = frame;
  if (entry.kind !== 'act' || entry.type === 'NONE')
    throw new Error(`${entry.id} is not an act that gives an event`);
  const verb = isVerb(tree.tokens[frame.head]!) ? null : carrier(tree, frame.head, lexicon);
  const { auxiliary, condition, necessity } = modalityOf(tree, frame.head, verb);
  const because = [`act ${entry.id} ("${frame.pattern}")`];
  const speaker = entry.actor === 'speaker' ? speakerToken(tree, verb ?? frame.head) : null;
  const base: Draft = {
    tree,
    head: frame.head,
    type: entry.type,
    mode: entry.mode,
    contexts: entry.contexts,
    cameo: entry.cameo ?? tables.types[entry.type].cameo,
    actors: entry.actor === 'speaker' && speaker !== null ? [speaker] : frame.A,
    recipients: frame.R,
    themes: frame.X,
    reciprocal: frame.reciprocal,
    auxiliary,
    words: verb === null ? frame.words : [...frame.words, verb],
    confidence: entry.confidence,
    because,
    needs: entry.needs,
    bySpeaker: entry.actor === 'speaker' && speaker === null,
    inner: [],
    operator: null,
    condition,
  };
  return asDemand(
    tools,
    necessity,
    verb ?? frame.head,
    asThreat(tools, verb ?? frame.head, asFuture(tools, base)),
  );
}

/** "might freeze the talks if a mayor became an issue, its premier said": harm held out on a condition is a threat. */
function asThreat({ tree, tables, lexicon }: Tools, clause: number, draft: Draft): Draft {
  const { actors, auxiliary, condition } = draft;
  if (!isTurned(draft.type) || condition !== null || auxiliary.has('negation')) return draft;
  const open = childrenBy(tree, clause, 'aux').some((at) => heldOut.has(tree.tokens[at]!.text.toLowerCase()));
  if (!auxiliary.has('hypothetical') || !open || !hasCondition(tree, clause)) return draft;
  const speaker = speakerToken(tree, clause);
  if (speaker === null) return draft;
  const own = actors.every((at) => at === speaker || ownWords.has(tree.tokens[at]!.text.toLowerCase()));
  return own || isMouthpiece(tree, speaker, lexicon)
    ? retype(tables, draft, 'THREATEN', 'future', auxiliary)
    : draft;
}

const heldOut = new Set(['could', 'might', 'may', 'would', 'will']);

/** "Russia must withdraw", said Kyiv: a demand of the speaker's on the one who must. */
function asDemand(tools: Tools, necessity: string | null, clause: number, draft: Draft): Draft {
  const kind = necessity === null ? undefined : tools.tables.modals[necessity];
  const facts = kind === undefined ? undefined : tools.tables.kinds[kind];
  if (kind === undefined || facts === undefined || draft.condition !== null) return draft;
  const yielded = lookUp(facts.yields, effectiveType(draft));
  if (yielded === undefined || yielded === 'same' || yielded === 'nothing') return draft;
  const speaker = speakerToken(tools.tree, clause);
  if (speaker !== null && draft.actors.includes(speaker)) return draft;
  const type = yielded as EventType;
  return {
    ...draft,
    type,
    mode: modeOf(tools.tables, kind, type, draft),
    cameo: cameoOf(tools.tables, kind, type, draft),
    actors: speaker === null ? [] : [speaker],
    recipients: draft.actors.length > 0 ? draft.actors : draft.recipients,
    reciprocal: false,
    auxiliary: new Set([...draft.auxiliary].filter((mode) => mode !== 'hypothetical')),
    confidence: draft.confidence * 0.9,
    because: [`operator ${kind} ("${necessity}") over ${draft.type}`, ...draft.because],
    bySpeaker: speaker === null,
    inner: [draft],
    operator: facts,
  };
}

/** Who says the clause: the subject of the verb whose complement it is, or of "..., Kyiv said". */
export function speakerToken(tree: Tree, clause: number): number | null {
  for (let node = clause, step = 0; node >= 0 && step < 8; node = tree.tokens[node]!.head, step++) {
    const token = tree.tokens[node]!;
    const said = childrenBy(tree, node, 'parataxis').find(
      (kid) => isVerb(tree.tokens[kid]!) && logicalSubject(tree, kid) !== null,
    );
    if (said !== undefined && node === clause) return logicalSubject(tree, said);
    if (token.deprel === 'ccomp' && token.head >= 0) return logicalSubject(tree, token.head);
    if (!['conj', 'xcomp', 'advcl', 'parataxis'].includes(token.deprel)) return null;
  }
  return null;
}
