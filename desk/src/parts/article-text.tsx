// The article as it was, block by block, with events, statements and commitments marked where they stand. A mark is a
// link to its record; what a mark covers is decided in marks.ts. The text is only ever text.
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Block, CasusRecord } from '../../../src/records/index.ts';
import type { Search } from '../search.ts';
import { type Mark, marksOf, meantMark, type Segment, segmentsOf } from './marks.ts';

const uncoded: ReadonlySet<Block['kind']> = new Set(['boilerplate', 'repeat', 'link']);
const blockWords: Readonly<Record<string, string>> = {
  boilerplate: 'Boilerplate, not coded',
  repeat: 'Repeated, not coded',
  link: 'Link, not coded',
};

export function ArticleText({ record, chosen }: { record: Omit<CasusRecord, 'story'>; chosen: string }) {
  const { text, blocks } = record.document;
  const marks = useMemo(() => marksOf(record), [record]);
  const hasHeadline = blocks.some(({ kind }) => kind === 'headline');
  return (
    <div className="text" lang={record.document.language ?? undefined}>
      {!hasHeadline && <h1>{record.document.title ?? 'Without a title'}</h1>}
      {blocks.map((block, index) => {
        const Tag = block.kind === 'headline' ? 'h1' : block.kind === 'quote' ? 'blockquote' : 'p';
        // Only one headline is the page's; a second one is a paragraph that looks like it.
        const First =
          Tag === 'h1' && blocks.findIndex(({ kind }) => kind === 'headline') !== index ? 'p' : Tag;
        return (
          <First
            key={block.start}
            className={`block ${block.kind}`}
            title={uncoded.has(block.kind) ? blockWords[block.kind] : undefined}
          >
            {uncoded.has(block.kind) && blocks[index - 1]?.kind !== block.kind && (
              <span className="block-kind">{blockWords[block.kind]}</span>
            )}
            {segmentsOf(block, marks).map((segment) => (
              <MarkedText
                key={segment.start}
                segment={segment}
                text={text.slice(segment.start, segment.end)}
                article={record.document.id}
                chosen={chosen}
              />
            ))}
          </First>
        );
      })}
    </div>
  );
}

type MarkedProps = { segment: Segment; text: string; article: string; chosen: string };

function MarkedText({ segment, text, article, chosen }: MarkedProps) {
  const mark = meantMark(segment.marks);
  if (mark === undefined) return <>{text}</>;
  const isChosen = segment.marks.some(({ id }) => id === chosen);
  const kinds = [...new Set(segment.marks.map(({ kind }) => kind))];
  // One stop of the Tab key for a record: its trigger or cue. The rest is for the pointer.
  const isStop = isMain(mark, segment);
  return (
    <Link
      to="/read"
      search={(before: Search) => ({
        ...before,
        article,
        event: undefined,
        statement: undefined,
        commitment: undefined,
        [mark.of]: mark.id,
      })}
      resetScroll={false}
      preload={false}
      className={`mark ${kinds.join(' ')}${isChosen ? ' chosen' : ''}`}
      data-quad={segment.marks.find(({ kind }) => kind === 'trigger')?.quad ?? mark.quad}
      data-stop={isStop ? mark.id : undefined}
      tabIndex={isStop ? undefined : -1}
      title={mark.label}
    >
      {text}
    </Link>
  );
}

function isMain(mark: Mark, segment: Segment): boolean {
  return (
    segment.start === mark.start &&
    (mark.kind === 'trigger' || mark.kind === 'cue' || mark.kind === 'consequence')
  );
}
