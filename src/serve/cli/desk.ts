// `casus desk`: opens a store and serves the desk and its API until it is stopped.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createProbe } from 'node:net';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { openKnowledge, openTools } from '../../open.ts';
import type { Tools } from '../../pipeline.ts';
import { readPhrases } from '../../read/index.ts';
import { ProblemError, problem } from '../../records/index.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import type { Desk } from '../http/desk.ts';
import { createServer } from '../http/server.ts';
import { defaultStore } from './api.ts';

type Flags = {
  open: boolean;
  port: number;
  store: string;
  host?: string;
  token?: string;
  origin?: string;
  allowPrivate: boolean;
  knowledge?: string;
};

const examples = `
The desk answers on this machine only. To open it to others, --host wants --token and --origin.

Examples:
  casus desk
  casus desk --store crisis.duckdb --port 8080 --no-open
  casus desk --host 0.0.0.0 --token "$(openssl rand -hex 16)" --origin https://desk.example.org`;

export const firstPort = 4180;

export function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a port is a number up to 65535');
  return port;
}

export function addDesk(program: Command): void {
  program
    .command('desk')
    .description('open the desk: read, ask, check and assume in the browser, over a store of articles')
    .option('--store <file>', 'the store, made if there is none', defaultStore)
    .option('--port <number>', 'the port; 0 takes any that is free', readPort, firstPort)
    .option('--no-open', 'do not open the browser')
    .option('--host <address>', 'answer on this address instead of this machine only')
    .option('--token <token>', 'wanted from everybody who asks')
    .option(
      '--origin <origin>',
      'the address under which the desk is reached, such as https://desk.example.org',
    )
    .option('--allow-private', 'let addresses of private networks be fetched', false)
    .option('--knowledge <folder>', "a knowledge folder in place of the package's")
    .addHelpText('after', examples)
    .action(async (flags: Flags) => {
      if (flags.host !== undefined && (flags.token === undefined || flags.origin === undefined))
        throw new ProblemError([
          problem(
            'missing-option',
            '--host opens the desk to others, so it needs --token and --origin',
            null,
            'or leave --host out',
          ),
        ]);
      const served = await serveDesk(flags);
      process.stderr.write(
        `The desk is open at ${served.address} (store ${flags.store}; stop with Ctrl-C)\n`,
      );
      if (flags.open && process.stdout.isTTY) openBrowser(served.address);
      await served.stopped;
    });
}

export type ServedDesk = {
  readonly address: string;
  readonly store: Store;
  readonly desk: Desk;
  readonly stopped: Promise<void>;
  stop(): Promise<void>;
};
export type ServeOptions = {
  readonly store: string;
  readonly port: number;
  readonly host?: string;
  readonly token?: string;
  readonly origin?: string;
  readonly allowPrivate?: boolean;
  readonly knowledge?: string;
};

/** Serves until SIGINT or SIGTERM; the store is closed in order then. */
export async function serveDesk({
  store: file,
  port,
  host = '127.0.0.1',
  ...options
}: ServeOptions): Promise<ServedDesk> {
  const store = await openStore(resolve(file));
  try {
    const knowledge = openKnowledge(options.knowledge);
    let opened: Promise<Tools> | null = null;
    const tools = (): Promise<Tools> => {
      opened ??= openTools(options.knowledge === undefined ? {} : { knowledge: options.knowledge });
      return opened;
    };
    const { app, desk } = await createServer({
      store,
      knowledge,
      tools,
      version: packageVersion(),
      phrases: options.knowledge === undefined ? undefined : readPhrases(options.knowledge),
      allowPrivate: options.allowPrivate ?? false,
      token: options.token ?? null,
      origin: options.origin ?? null,
    });
    await app.listen({ host, port }).catch((cause: NodeJS.ErrnoException) => {
      throw new ProblemError(
        [
          problem(
            'port-taken',
            `cannot listen on ${host}:${port}: ${cause.message}`,
            null,
            'name another with --port, or 0 for any',
          ),
        ],
        { cause },
      );
    });
    const bound = app.server.address();
    const address = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${typeof bound === 'object' && bound !== null ? bound.port : port}`;
    desk.follower.start();
    store.announce(address, options.token ?? null);
    let stopping: Promise<void> | null = null;
    let end: () => void = () => undefined;
    const stopped = new Promise<void>((done) => {
      end = done;
    });
    const stop = (): Promise<void> => {
      stopping ??= app
        .close()
        .then(() => store.close())
        .then(end);
      return stopping;
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
    return { address, store, desk, stopped, stop };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** A free port at or after the given one, for the desk that nobody asked for a port of. */
export async function freePort(from: number): Promise<number> {
  for (let port = from; port < from + 50; port++) {
    const isFree = await new Promise<boolean>((done) => {
      const probe = createProbe().once('error', () => done(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
    });
    if (isFree) return port;
  }
  return 0;
}

export function packageVersion(): string {
  const own = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return own.version;
}

export function openBrowser(address: string): void {
  const command =
    process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open';
  spawn(command, [address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref(); // the address is printed anyway
}
