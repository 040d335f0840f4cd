// A stream of bytes -> its lines of UTF-8 text, one at a time. Not more than one line and one piece of the stream are
// held, however long the lines are: readline would queue a thousand of them.

/** A longer line is skipped: V8 has no texts of more than about 500 million characters. */
export const longestLine = 256 * 1024 * 1024;

const lineFeed = 10;

/** Each line without its end (`\n` or `\r\n`); null stands for a line of more than `longest` bytes. */
export async function* textLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number = longestLine,
): AsyncGenerator<string | null> {
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (part: Uint8Array): void => {
    size += part.length;
    if (size <= longest) parts.push(part);
    else parts = [];
  };
  const finish = (): string | null => {
    const [first] = parts;
    const bytes =
      parts.length === 1 ? Buffer.from(first!.buffer, first!.byteOffset, size) : Buffer.concat(parts);
    const line = size > longest ? null : bytes.toString('utf8').replace(/\r$/, '');
    [parts, size] = [[], 0];
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, from)) {
      take(chunk.subarray(from, at));
      from = at + 1;
      yield finish();
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (size > 0) yield finish();
}
