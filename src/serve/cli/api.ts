// How commands reach a store: through the desk that has it open, or in process when none does. Either way they speak
// the HTTP API, so a command and a page never give two answers to one question.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Command } from 'commander';
import { openKnowledge, openTools } from '../../open.ts';
import type { Tools } from '../../pipeline.ts';
import { ProblemError, problem } from '../../records/index.ts';
import { readLock } from '../../store/lock.ts';
import { openStore } from '../../store/open-store.ts';
import type { ErrorBody } from '../http/errors.ts';
import { createServer } from '../http/server.ts';

export type ApiRequest = {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** Sent as JSON; a text is JSON already, bytes go as they are. */
  readonly body?: object | string | Uint8Array;
};
export type Api = {
  /** Where a desk answers, or null when the store is open in this process. */
  readonly address: string | null;
  json<T>(path: string, request?: ApiRequest): Promise<T>;
  stream(path: string): Promise<Readable>;
  close(): Promise<void>;
};
export type ApiOptions = {
  readonly store: string;
  readonly create?: boolean;
  readonly allowPrivate?: boolean;
};

export const defaultStore = 'casus.duckdb';

export function addStoreOption(command: Command): Command {
  return command.option('--store <file>', 'the store; a desk that has it open is asked', defaultStore);
}

export async function openApi({
  store: name,
  create = false,
  allowPrivate = false,
}: ApiOptions): Promise<Api> {
  const file = resolve(name);
  const lock = readLock(file);
  if (lock !== null && lock.address !== null) return remoteApi(lock.address, lock.token);
  if (!create && !existsSync(file))
    throw new ProblemError([
      problem(
        'unknown-file',
        'there is no store',
        file,
        'fill one with casus ingest, or name it with --store',
      ),
    ]);
  const store = await openStore(file);
  let opened: Promise<Tools> | null = null;
  const tools = (): Promise<Tools> => {
    opened ??= openTools();
    return opened;
  };
  const rate = Number.POSITIVE_INFINITY;
  const { app } = await createServer({
    store,
    knowledge: openKnowledge(),
    tools,
    version: 'cli',
    allowPrivate,
    rate,
  });
  const ask = (url: string, { method = 'GET', body }: ApiRequest = {}) =>
    app.inject({
      method,
      url,
      headers: { host: 'localhost', ...(body !== undefined && { 'content-type': typeOf(body) }) },
      ...(body !== undefined && { payload: payloadOf(body) }),
      payloadAsStream: true,
    });
  return {
    address: null,
    json: async <T>(path: string, request?: ApiRequest) => {
      const reply = await ask(path, request);
      return readReply<T>(reply.statusCode, await textOf(reply.stream()));
    },
    stream: async (path) => {
      const reply = await ask(path);
      if (reply.statusCode >= 400) readReply(reply.statusCode, await textOf(reply.stream()));
      return reply.stream();
    },
    close: async () => {
      await app.close();
      await store.close();
    },
  };
}

function remoteApi(address: string, token: string | null): Api {
  const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
  const ask = async (path: string, { method = 'GET', body }: ApiRequest = {}): Promise<Response> => {
    return fetch(new URL(path, address), {
      method,
      headers: { ...authorization, ...(body !== undefined && { 'content-type': typeOf(body) }) },
      ...(body !== undefined && { body: payloadOf(body) }),
    }).catch((cause: Error) => {
      throw new ProblemError(
        [
          problem(
            'desk-silent',
            `the desk at ${address} does not answer: ${cause.message}`,
            null,
            'stop it, and try again',
          ),
        ],
        { cause },
      );
    });
  };
  return {
    address,
    json: async <T>(path: string, request?: ApiRequest) => {
      const reply = await ask(path, request);
      return readReply<T>(reply.status, await reply.text());
    },
    stream: async (path) => {
      const reply = await ask(path);
      if (!reply.ok) readReply(reply.status, await reply.text());
      // The global's stream type and Node's are the same thing under two names.
      return Readable.fromWeb(reply.body as ReadableStream);
    },
    close: async () => undefined,
  };
}

function typeOf(body: object | string): string {
  return body instanceof Uint8Array ? 'application/octet-stream' : 'application/json';
}

function payloadOf(body: object | string): string | Buffer<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body);
}

function readReply<T>(status: number, text: string): T {
  const body = (text === '' ? null : JSON.parse(text)) as T;
  if (status < 400) return body;
  const { code, message, hint } = (body as ErrorBody).error;
  throw new ProblemError([problem(code, message, null, hint)]);
}

async function textOf(stream: Readable): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
}
