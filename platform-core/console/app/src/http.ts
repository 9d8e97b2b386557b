import type { Page, Problem } from './api';
import { locale, t } from './texts';

export type Query = Record<string, string | number | undefined>;

export interface Request {
  query?: Query;
  body?: unknown;
  /** A body that is not JSON: a table as CSV. */
  text?: string;
  /** A body that is JSON already. */
  json?: string;
  /** A body that is a file as it is. */
  file?: Blob;
  idempotencyKey?: string;
}

const signedIn: { csrfToken?: string; whenLost: () => void; whenOwed: () => void } = { whenLost: () => {}, whenOwed: () => {} };

/** Refusals of what somebody typed; the session is none the worse for them. */
const OF_CREDENTIALS = new Set(['wrong_credentials', 'wrong_second_factor', 'second_factor_missing']);
/** Refusals of everything until a duty is done. */
const OF_DUTIES = new Set(['password_change_required', 'second_factor_enrolment_required']);

/** The token that proves to the server that a change comes from this page. It lives in memory only. */
export function carryToken(token: string | undefined): void {
  signedIn.csrfToken = token;
}

/** What to do when the server no longer knows the session. */
export function onSessionLost(action: () => void): void {
  signedIn.whenLost = action;
}

/** What to do when the server wants a duty done first, such as choosing a new password. */
export function onDutyOwed(action: () => void): void {
  signedIn.whenOwed = action;
}

/** Calls the REST interface; what the server refuses is thrown as a {@link Problem}. */
export async function call<T>(method: string, path: string, request: Request = {}): Promise<T> {
  const answer = await send(method, path, request);
  if (answer.status === 204) return undefined as T;
  const content: unknown = await answer.json().catch(() => undefined);
  if (answer.ok) return content as T;
  const problem = toProblem(answer, content);
  if (problem.status === 401 && signedIn.csrfToken && !OF_CREDENTIALS.has(problem.code)) signedIn.whenLost();
  if (problem.status === 403 && OF_DUTIES.has(problem.code)) signedIn.whenOwed();
  throw problem;
}

/** The address of a path of the REST interface; what is empty is left out of the query. */
export function address(path: string, query: Query = {}): string {
  const parameters = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(parameters.map(([name, value]) => [name, String(value)])).toString();
  return '/api/v1' + path + (search && '?' + search);
}

/** All items of a list, page after page; `seen` is called with each page as it arrives. */
export async function all<T>(path: string, query: Query = {}, seen?: (items: T[]) => void): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page: Page<T> = await call('GET', path, { query: { ...query, limit: 200, after } });
    items.push(...page.items);
    seen?.(page.items);
    after = page.next;
  } while (after);
  return items;
}

/** A key under which the server recognises a repeated request. crypto.randomUUID exists on HTTPS only. */
export function idempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether a thrown value is a refusal of the server. */
export function isProblem(thrown: unknown): thrown is Problem {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'title' in thrown;
}

async function send(method: string, path: string, { query, body, text, json, file, idempotencyKey: key }: Request): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': locale.value };
  if (body !== undefined || json !== undefined) headers['Content-Type'] = 'application/json';
  if (text !== undefined) headers['Content-Type'] = 'text/csv';
  if (file) headers['Content-Type'] = 'application/octet-stream';
  if (key) headers['Idempotency-Key'] = key;
  if (method !== 'GET' && signedIn.csrfToken) headers['X-CSRF-Token'] = signedIn.csrfToken;
  try {
    return await fetch(address(path, query), {
      method,
      headers,
      body: file ?? text ?? json ?? (body === undefined ? undefined : JSON.stringify(body)),
      credentials: 'same-origin',
    });
  } catch {
    throw { status: 0, code: 'unreachable', title: t('problem.unreachable') } satisfies Problem;
  }
}

function toProblem(answer: Response, content: unknown): Problem {
  const retryAfter = Number(answer.headers.get('Retry-After')) || undefined;
  if (isProblem(content)) return { retryAfter, ...content, status: answer.status };
  return { status: answer.status, code: 'unexpected', title: t('problem.unexpected', { status: answer.status }), retryAfter };
}
