// The table of agents: common nouns such as "troops" or "foreign minister", found by their lemmas.
import { splitName, splitWord } from './name-key.ts';
import type { Agent } from './types.ts';

export type AgentMatch = { readonly length: number; readonly agent: Agent };

/** Later agents win over earlier ones of the same head. */
export function indexAgents(
  agents: readonly Agent[],
): (lemmas: readonly string[], at: number) => AgentMatch | null {
  const byKey = new Map<string, Agent>();
  const longest = new Map<string, number>();
  for (const agent of agents) {
    const parts = splitName(agent.head.toLowerCase());
    const key = parts.join(' ');
    byKey.set(key, agent);
    const first = parts[0] ?? '';
    if ((longest.get(first) ?? 0) < parts.length) longest.set(first, parts.length);
  }
  return (lemmas, at) => {
    const head = splitWord(lemmas[at] ?? '');
    const limit = longest.get(head[0]?.toLowerCase() ?? '');
    if (limit === undefined) return null;
    let best: AgentMatch | null = null;
    let key = '';
    let count = 0;
    for (let i = at; i < lemmas.length && count < limit; i++) {
      const more = i === at ? head : splitWord(lemmas[i]!);
      if (more.length === 0 && !/^[-‐‑‒–'’]$/.test(lemmas[i]!)) break;
      for (const part of more) key = key === '' ? part.toLowerCase() : `${key} ${part.toLowerCase()}`;
      count += more.length;
      const agent = byKey.get(key);
      if (agent !== undefined) best = { length: i + 1 - at, agent };
    }
    return best;
  };
}
