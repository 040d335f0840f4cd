// Opens what the command line names - files, or - for standard input - and hands the bytes to the reading room.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import {
  type FieldMap,
  type InputKind,
  type JsonField,
  jsonFields,
  type ReadResult,
  readBytes,
  readJsonl,
  readPhrases,
  readWarc,
  textLines,
} from '../../read/index.ts';
import { ProblemError, problem } from '../../records/index.ts';

export type InputOptions = {
  readonly input: InputKind;
  readonly date?: string;
  readonly field?: readonly string[];
  /** A knowledge folder whose phrases of reading count in place of the package's. */
  readonly knowledge?: string;
};

/** All documents of the inputs in order, lazily; an input that can't be read gives a problem, and the rest goes on. */
export async function* readInputs(
  files: readonly string[],
  options: InputOptions,
): AsyncGenerator<ReadResult> {
  const fallbackDate = checkDate(options.date);
  const fieldMap = readFieldMap(options.field ?? []);
  const phrases = options.knowledge === undefined ? undefined : readPhrases(options.knowledge);
  for (const file of files) {
    const name = file === '-' ? 'standard input' : file;
    try {
      if (options.input === 'jsonl' || /\.(jsonl|ndjson)$/i.test(file)) {
        yield* readJsonl(textLines(await openStream(file)), { name, fallbackDate, fieldMap, phrases });
      } else if (options.input === 'warc' || /\.warc(?:\.gz)?$/i.test(file)) {
        yield* readWarc(await openStream(file), { name, fallbackDate, phrases });
      } else {
        const bytes = file === '-' ? await readStandardInput() : await readFile(await checkFile(file));
        yield* readBytes(bytes, { name, input: options.input, fallbackDate, fieldMap, phrases });
      }
    } catch (error) {
      if (error instanceof ProblemError) yield { document: null, problems: error.problems };
      else throw error;
    }
  }
}

/** The bytes as they come, for kinds of input that may be larger than the memory. */
async function openStream(file: string): Promise<AsyncIterable<Uint8Array>> {
  return file === '-' ? process.stdin : createReadStream(await checkFile(file));
}

async function checkFile(file: string): Promise<string> {
  const found = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    throw new ProblemError([
      problem(
        'unknown-file',
        cause.code === 'ENOENT' ? 'there is no such file' : `the file can't be opened: ${cause.message}`,
        file,
      ),
    ]);
  });
  if (found.isDirectory())
    throw new ProblemError([
      problem(
        'is-folder',
        'this is a folder, not a file',
        file,
        `name its files: ${file.replace(/\/$/, '')}/*`,
      ),
    ]);
  return file;
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

function checkDate(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  const good =
    /^\d{4}-\d{2}-\d{2}$/.test(date) &&
    !Number.isNaN(Date.parse(date)) &&
    new Date(date).toISOString().startsWith(date);
  if (!good)
    throw new ProblemError([
      problem('bad-date', `--date wants a day as YYYY-MM-DD, came "${date}"`, null, 'such as 2024-06-20'),
    ]);
  return date;
}

function readFieldMap(pairs: readonly string[]): FieldMap {
  const map: Partial<Record<JsonField, string>> = {};
  for (const pair of pairs) {
    const [name, field] = pair.split('=', 2);
    if (!jsonFields.includes(name as JsonField) || field === undefined || field === '') {
      throw new ProblemError([
        problem(
          'bad-field',
          `--field wants name=field with one of ${jsonFields.join(', ')}, came "${pair}"`,
          null,
          'such as text=body',
        ),
      ]);
    }
    map[name as JsonField] = field;
  }
  return map;
}
