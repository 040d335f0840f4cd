// One DuckDB file: a writer whose transactions stand in line, and a few readers beside it that see whole commits only.
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { ProblemError, problem } from '../records/index.ts';
import { migrate } from './schema.ts';

export type Row = Readonly<Record<string, unknown>>;

export type Database = {
  read(sql: string, values?: readonly DuckDBValue[]): Promise<Row[]>;
  /** Values column by column, many times faster than rows where they are numbers. */
  columns(sql: string, values?: readonly DuckDBValue[]): Promise<readonly (readonly DuckDBValue[])[]>;
  /** Rows in portions, in constant memory. */
  stream(sql: string, values?: readonly DuckDBValue[]): AsyncGenerator<Row[]>;
  /** Runs `work` in a transaction: all of it is on disk when this resolves, or none of it ever. */
  write<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

// Extensions are those that are built in: nothing is ever downloaded.
const settings = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  memory_limit: '1200MB',
  preserve_insertion_order: 'false',
  // Checkpoints cost more than the log; while many articles come in they should be few.
  checkpoint_threshold: '128MB',
};
const readers = 4;

/** Opens the file and brings it up to date; `deriveEvents` writes events anew from their records when tables changed. */
export async function openDatabase(
  file: string,
  deriveEvents: (connection: DuckDBConnection) => Promise<void>,
): Promise<Database> {
  const instance = await DuckDBInstance.create(file, settings).catch((cause: Error) => {
    throw new ProblemError([describe(cause, file)], { cause });
  });
  const writer = await instance.connect();
  try {
    await migrate(writer, file, deriveEvents);
  } catch (error) {
    writer.closeSync();
    instance.closeSync();
    throw error;
  }
  const idle = await Promise.all(Array.from({ length: readers }, () => instance.connect()));
  const waiting: ((connection: DuckDBConnection) => void)[] = [];
  const all = [...idle];
  let line: Promise<unknown> = Promise.resolve();
  const take = async (): Promise<DuckDBConnection> =>
    idle.pop() ?? (await new Promise<DuckDBConnection>((resolve) => waiting.push(resolve)));
  const give = (connection: DuckDBConnection): void => {
    const next = waiting.shift();
    if (next === undefined) idle.push(connection);
    else next(connection);
  };
  const ask = async (sql: string, values: readonly DuckDBValue[]) => {
    const connection = await take();
    try {
      return await connection.runAndReadAll(sql, [...values]);
    } finally {
      give(connection);
    }
  };
  return {
    read: async (sql, values = []) => (await ask(sql, values)).getRowObjectsJson(),
    columns: async (sql, values = []) => (await ask(sql, values)).getColumns(),
    stream: async function* (sql, values = []) {
      // A connection of its own: a slow reader of an export must not hold up the others.
      const connection = await instance.connect();
      try {
        const result = await connection.stream(sql, [...values]);
        const names = result.columnNames();
        for await (const rows of result.yieldRowsJson())
          yield rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
      } finally {
        connection.closeSync();
      }
    },
    write: (work) => {
      const turn = line.then(async () => {
        await writer.run('begin');
        try {
          const result = await work(writer);
          await writer.run('commit');
          return result;
        } catch (error) {
          await writer.run('rollback').catch(() => undefined); // a failed commit has rolled back already
          throw error;
        }
      });
      line = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      await line;
      await writer.run('checkpoint').catch(() => undefined); // the log is replayed at the next opening
      for (const connection of [...all, writer]) connection.closeSync();
      instance.closeSync();
    },
  };
}

function describe(cause: Error, file: string) {
  if (/could not set lock/i.test(cause.message))
    return problem(
      'store-busy',
      'another process has the store open',
      file,
      'stop it, or use the desk it runs',
    );
  if (/not a valid DuckDB database/i.test(cause.message))
    return problem('bad-store', 'the file is no Casus store', file, 'name another file');
  return problem('bad-store', `the store cannot be opened: ${cause.message.split('\n')[0]}`, file);
}
