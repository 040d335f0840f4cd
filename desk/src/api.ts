// Asks the desk's own API, the only thing this page ever talks to. Errors keep the API's one shape.

export class ApiError extends Error {
  readonly code: string;
  readonly hint: string | null;
  constructor(code: string, message: string, hint: string | null) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.hint = hint;
  }
}

export async function get<T>(path: string, query?: URLSearchParams | null, signal?: AbortSignal): Promise<T> {
  const asked = query == null || query.size === 0 ? '' : `?${query}`;
  return read<T>(await reach(`/api/${path}${asked}`, signal === undefined ? {} : { signal }));
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return read<T>(await reach(`/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
}

export async function patch<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return read<T>(await reach(`/api/${path}`, { method: 'PATCH', headers, body: JSON.stringify(body) }));
}

export async function postFile<T>(path: string, file: Blob): Promise<T> {
  const headers = { 'content-type': file.type || 'application/octet-stream' };
  return read<T>(await reach(`/api/${path}`, { method: 'POST', headers, body: file }));
}

export async function remove(path: string): Promise<void> {
  const response = await reach(`/api/${path}`, { method: 'DELETE' });
  if (!response.ok) await read(response);
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError('unreachable', 'the desk does not answer', 'is "casus desk" still running?');
  }
}

async function read<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const body = (await response.json().catch(() => null)) as {
    error?: { code: string; message: string; hint: string | null };
  } | null;
  const { code, message, hint } = body?.error ?? {
    code: 'http',
    message: `the desk answered ${response.status}`,
    hint: null,
  };
  throw new ApiError(code, message, hint);
}
