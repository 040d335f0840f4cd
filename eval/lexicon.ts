// Runs every `examples:` and `not:` sentence of the lexicon through the whole coder and says which don't hold:
// `npx tsx eval/lexicon.ts [part of an id or file]`.
import { annotateAll } from '../src/annotate/annotate.ts';
import { codeDocument } from '../src/code/code.ts';
import { parseExample } from '../src/knowledge/lexicon/schema.ts';
import { openTools } from '../src/open.ts';
import type { Tools } from '../src/pipeline.ts';
import type { Document, Event } from '../src/records/index.ts';

export type LexiconCase = {
  readonly id: string;
  readonly place: string;
  readonly kind: 'act' | 'operator' | 'idiom';
  readonly type: string | null;
  readonly line: string;
  readonly negative: boolean;
};
export type LexiconFailure = {
  readonly id: string;
  readonly place: string;
  readonly line: string;
  readonly why: string;
};

export function lexiconCases(tools: Pick<Tools, 'knowledge'>, filter = ''): LexiconCase[] {
  const { acts, operators } = tools.knowledge.lexicon;
  const out: LexiconCase[] = [];
  for (const entry of [...acts, ...operators]) {
    if (!`${entry.place} ${entry.id}`.includes(filter)) continue;
    const idiom = entry.kind === 'act' && entry.type === 'NONE';
    const kind = idiom ? 'idiom' : entry.kind;
    const type = entry.kind === 'act' ? entry.type : null;
    // An idiom's examples are the same words in earnest, which it must leave alone.
    for (const line of entry.examples)
      out.push({ id: entry.id, place: entry.place, kind, type: idiom ? null : type, line, negative: false });
    for (const line of entry.not)
      out.push({ id: entry.id, place: entry.place, kind, type, line, negative: true });
  }
  return out;
}

/** Codes all the sentences, in batches, and gives those that don't come out as the entry says. */
export async function runLexicon(tools: Tools, cases: readonly LexiconCase[]): Promise<LexiconFailure[]> {
  const out: LexiconFailure[] = [];
  const documents = cases.map(({ line }) => toDocument(parseExample(line)?.sentence ?? line));
  let at = 0;
  for await (const annotated of annotateAll(documents, { model: tools.model })) {
    const one = cases[at++]!;
    const why = judge(one, codeDocument(annotated, tools.knowledge).events);
    if (why !== null) out.push({ id: one.id, place: one.place, line: one.line, why });
  }
  return out;
}

function toDocument(text: string): Document {
  return {
    id: 'example',
    url: null,
    source: null,
    title: null,
    published: '2024-06-21',
    language: 'en',
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  };
}

function judge(one: LexiconCase, events: readonly Event[]): string | null {
  if (one.negative) {
    const hits =
      one.kind === 'idiom'
        ? events
        : events.filter((event) => event.because.some((why) => why.includes(` ${one.id} (`)));
    return hits.length === 0 ? null : `must give nothing, gave ${hits.map(show).join(' | ')}`;
  }
  const wanted = parseExample(one.line);
  if (wanted === null) return 'unreadable example';
  const type = wanted.type ?? one.type;
  const within = (codes: readonly string[], have: readonly string[]): boolean =>
    codes.every((code) => have.includes(code));
  const ok = events.some((event) => {
    if (type !== null && event.type !== type) return false;
    const [from, to] = [codesOf(event.actors), codesOf(event.recipients)];
    return (
      (within(wanted.actors, from) && within(wanted.recipients, to)) ||
      (to.length === 0 && within([...wanted.actors, ...wanted.recipients], from))
    );
  });
  return ok
    ? null
    : `wanted ${type ?? ''} ${wanted.actors.join('+')} > ${wanted.recipients.join('+')}, gave ${events.map(show).join(' | ') || 'nothing'}`;
}

function codesOf(parties: Event['actors']): string[] {
  return parties.map((party) => party.country ?? '?');
}

function show(event: Event): string {
  return `${event.type}${event.auxiliary.length > 0 ? `[${event.auxiliary.join()}]` : ''} ${codesOf(event.actors).join('+')} > ${codesOf(event.recipients).join('+')} by ${event.because[0]}`;
}

if (process.argv[1]?.endsWith('eval/lexicon.ts')) {
  const tools = await openTools();
  const cases = lexiconCases(tools, process.argv[2]);
  const failures = await runLexicon(tools, cases);
  for (const { id, place, line, why } of failures) console.log(`${place} ${id}\n   ${line}\n   ${why}`);
  console.log(`${cases.length - failures.length} of ${cases.length} hold`);
}
