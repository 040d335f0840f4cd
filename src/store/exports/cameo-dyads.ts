// Events as PETRARCH and its kin count them: who did what to whom, each row with both sides and one CAMEO code.
import { type Event, type Party, type Statement, stateSectors } from '../../records/index.ts';
import { type DyadTables, pairsOf } from './pairs.ts';

export type CameoDyad = {
  /** The event's id, with a number where it has several rows. */
  readonly id: string;
  readonly actor: Party;
  readonly recipient: Party;
  /** CAMEO code: the event's, or 015 or 112x of a hostile deed that was claimed or charged. */
  readonly cameo: string;
};
/** The statement in which an event stands. */
export type Told = Pick<Statement, 'speaker' | 'cue'>;

/**
 * The rows of one event, by the conventions of CAMEO's coders (knowledge/events/dyads.yaml):
 * - what was denied or only supposed is no row, nor is what lacks one of its sides;
 * - talks, agreements and fights of several actors go both ways;
 * - a hostile deed of which another party than its doer tells is that party's charge against the doer (112x), since the
 *   text vouches for the charge, not for the deed; one that a witness tells (press, medics) stays the deed;
 * - a hostile deed that its doer claims or owns up to is that (015).
 */
export function cameoDyads(event: Event, told: Told | null, tables: DyadTables): CameoDyad[] {
  if (event.auxiliary.includes('negation') || event.auxiliary.includes('hypothetical')) return [];
  const charge = tables.charges[event.type];
  const speaker = told?.speaker ?? null;
  const own = speaker !== null && event.actors.some((actor) => isSameSide(actor, speaker));
  if (charge !== undefined && speaker !== null && !own && canCharge(speaker, tables))
    return event.actors.map((actor, at) => ({
      id: event.actors.length === 1 ? event.id : `${event.id}-${at + 1}`,
      actor: speaker,
      recipient: actor,
      cameo: charge,
    }));
  const [verb = ''] = told?.cue?.text.toLowerCase().split(/\s/) ?? [];
  const claimed = charge !== undefined && own && tables.claims.includes(verb);
  return pairsOf(event, true, tables.mutual).flatMap(({ id, actors: [actor], recipients: [recipient] }) =>
    actor === undefined || recipient === undefined
      ? []
      : [{ id, actor, recipient, cameo: claimed ? tables.claimed : event.cameo }],
  );
}

/** The same party, or two organs of one state, or two who are none of their state's organs. */
function isSameSide(actor: Party, speaker: Party): boolean {
  if (actor.name === speaker.name) return true;
  return actor.country !== null && actor.country === speaker.country && isState(actor) === isState(speaker);
}

function isState({ sectors }: Party): boolean {
  return sectors.length === 0 || sectors.some((sector) => stateSectors.has(sector));
}

/** Somebody who is identified and stands for a side. */
function canCharge({ country, wikidata, sectors }: Party, { accusers }: DyadTables): boolean {
  if (country === null && wikidata === null) return false;
  return sectors.length === 0 || sectors.some((sector) => accusers.includes(sector));
}
