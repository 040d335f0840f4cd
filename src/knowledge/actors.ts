// Loads knowledge/actors: who can act in the news (states, persons, organisations, groups, companies, common nouns).
import type { Problem } from '../records/problem.ts';
import { compileActors } from './actors/compile.ts';
import { type ActorIndex, indexActors } from './actors/index-actors.ts';

export type { AgentMatch } from './actors/agent-index.ts';
export type { CameoActor } from './actors/cameo.ts';
export { compileActors } from './actors/compile.ts';
export { type ActorIndex, indexActors } from './actors/index-actors.ts';
export type { Match } from './actors/name-index.ts';
export { loadPhoenixActors, loadPhoenixAgents, type UserActors, type UserFile } from './actors/phoenix.ts';
export type {
  Actor,
  ActorData,
  Agent,
  Entity,
  EntityKind,
  Epithet,
  NameForm,
  Person,
  Resolved,
  StateInfo,
} from './actors/types.ts';
export { loadUserActors, mergeActors } from './actors/user-actors.ts';

/** Reads, checks and indexes `knowledge/actors`; use the index only when there are no problems. */
export function loadActors(dir: string): {
  readonly actors: ActorIndex;
  readonly problems: readonly Problem[];
} {
  const { data, problems } = compileActors(dir);
  return { actors: indexActors(data), problems };
}
