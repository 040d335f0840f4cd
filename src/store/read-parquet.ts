// Coded records out of a Parquet file: what `casus export --format records-parquet` writes, or what Spark writes of the
// lines of `casus code --format jsonl` (a text column `value`).
import { DuckDBInstance } from '@duckdb/node-api';
import { ProblemError, problem } from '../records/index.ts';

const columns = ['record', 'value'] as const;

/** The records as lines of JSON, one after the other; a file that is no Parquet or has no such column throws a Problem. */
export async function* readParquetRecords(file: string): AsyncGenerator<string> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    const from = `read_parquet('${file.replaceAll("'", "''")}')`;
    const described = await connection
      .runAndReadAll(`describe select * from ${from}`)
      .catch((cause: Error) => {
        throw new ProblemError(
          [problem('bad-parquet', `cannot be read as Parquet: ${cause.message.split('\n')[0]}`, file)],
          { cause },
        );
      });
    const found = described
      .getRowObjectsJson()
      .map(({ column_name: name, column_type: type }) => ({ name: String(name), type: String(type) }));
    const column = columns.find((one) => found.some(({ name, type }) => name === one && type === 'VARCHAR'));
    if (column === undefined)
      throw new ProblemError([
        problem(
          'bad-parquet',
          `holds no records: its columns are ${found.map(({ name }) => name).join(', ')}`,
          file,
          'a text column "record" or "value" with a record of casus code in each row is wanted; casus export --format records-parquet writes one',
        ),
      ]);
    const result = await connection.stream(`select ${column} from ${from} where ${column} is not null`);
    for await (const rows of result.yieldRowsJson()) for (const [record] of rows) yield String(record);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
