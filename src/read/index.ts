// The reading room: text, HTML, feeds, JSONL and WARC -> Document.
export { createStoryIndex, type StoryIndex, type StoryMatch, type StoryOptions } from './duplicates.ts';
export { type Phrases, readPhrases } from './lines/phrases.ts';
export { type BytesOptions, detectKind, type InputKind, inputKinds, readBytes } from './read-bytes.ts';
export { readFeed } from './read-feed.ts';
export { type HtmlOptions, readHtml } from './read-html.ts';
export { type FieldMap, type JsonField, jsonFields, readJsonl, tooLong } from './read-jsonl.ts';
export { isSkipped, type ReadOptions, type ReadResult, readText } from './read-text.ts';
export { readWarc } from './read-warc.ts';
export { longestLine, textLines } from './text-lines.ts';
