// Problems and progress on stderr, and the exit code that follows: 0 fine, 1 problems.
import { formatProblem, type Problem } from '../../records/index.ts';
import { paintFor, plain } from './paint.ts';

export type Reporter = {
  /** Prints problems; true when the run must stop (--strict). */
  tell(problems: readonly Problem[]): boolean;
  /** One more document is done, with so many events. */
  count(events: number): void;
  finish(): void;
};

export function createReporter(stream: NodeJS.WriteStream, strict: boolean): Reporter {
  const paint = paintFor(stream);
  let documents = 0;
  let events = 0;
  let problems = 0;
  let shown = 0;
  const live = stream.isTTY === true && process.stdout.isTTY !== true;
  return {
    tell: (found) => {
      for (const one of found) {
        problems++;
        stream.write(`${paint.yellow('problem')} ${plain(formatProblem(one))}\n`);
      }
      if (found.length > 0) process.exitCode = 1;
      return strict && found.length > 0;
    },
    count: (more) => {
      documents++;
      events += more;
      const now = Date.now();
      if (live && now - shown > 200) {
        shown = now;
        stream.write(`\r${documents} documents, ${events} events`);
      }
    },
    finish: () => {
      if (live) stream.write('\r');
      stream.write(
        `${documents} ${documents === 1 ? 'document' : 'documents'}, ${events} events${problems > 0 ? `, ${problems} ${problems === 1 ? 'problem' : 'problems'}` : ''}\n`,
      );
    },
  };
}
