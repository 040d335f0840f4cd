// The law as the tests use it: compiled from knowledge/ without the lexicon, once a file.
import { compileActors, indexActors } from '../../src/knowledge/actors.ts';
import { compileEvents } from '../../src/knowledge/events.ts';
import { compileItems, indexItems } from '../../src/knowledge/items.ts';
import { compileOpposites } from '../../src/knowledge/opposites.ts';
import { compileRegimes, indexRegimes } from '../../src/knowledge/regimes.ts';
import { compileTreaties, indexTreaties } from '../../src/knowledge/treaties.ts';
import { createLaw, type Law } from '../../src/link/law.ts';

export const knowledgeDir = new URL('../../knowledge', import.meta.url).pathname;

export function openLaw(): Law {
  const events = compileEvents(`${knowledgeDir}/events`, [], knowledgeDir);
  const items = indexItems(compileItems(`${knowledgeDir}/items`, knowledgeDir));
  const actors = indexActors(compileActors(`${knowledgeDir}/actors`).data);
  const vocabulary = {
    items,
    modes: Object.values(events.types).flatMap(({ modes }) => Object.keys(modes)),
    contexts: events.contexts,
    groups: actors.groupKeys,
    countries: [...actors.states.map(({ code }) => code), 'UNO', 'EUN', 'NAT', 'IGO'],
  };
  return createLaw({
    events,
    items,
    actors,
    treaties: indexTreaties(compileTreaties(knowledgeDir, vocabulary, knowledgeDir)),
    regimes: indexRegimes(compileRegimes(knowledgeDir, vocabulary, knowledgeDir)),
  });
}

export const opposites = compileOpposites(knowledgeDir);
