import { afterEach, expect, it, vi } from 'vitest';
import { all, call, carryToken, onSessionLost } from '../src/http';

function serve(...answers: Response[]) {
  const fetcher = vi.fn<typeof fetch>(async () => answers.shift()!);
  vi.stubGlobal('fetch', fetcher);
  return fetcher;
}

const json = (content: unknown, status = 200, headers = {}) => new Response(JSON.stringify(content), { status, headers });
const sent = (fetcher: ReturnType<typeof serve>, turn = 0) => fetcher.mock.calls[turn]![1]!.headers as Record<string, string>;

afterEach(() => {
  carryToken(undefined);
  vi.unstubAllGlobals();
});

it('sends the token with changes and with nothing else', async () => {
  carryToken('secret');
  const fetcher = serve(json({}), json({}));
  await call('GET', '/sites');
  await call('POST', '/orders', { body: {}, idempotencyKey: 'k' });
  expect(sent(fetcher, 0)).not.toHaveProperty('X-CSRF-Token');
  expect(sent(fetcher, 1)).toMatchObject({ 'X-CSRF-Token': 'secret', 'Idempotency-Key': 'k', 'Content-Type': 'application/json' });
});

it('throws what the server refused, with the time to wait', async () => {
  serve(json({ code: 'too_many_attempts', title: '请稍后再试。', status: 429 }, 429, { 'Retry-After': '30' }));
  await expect(call('POST', '/session')).rejects.toMatchObject({ status: 429, code: 'too_many_attempts', retryAfter: 30 });
});

it('says a plain sentence where the answer is no problem document, and where there is none at all', async () => {
  serve(new Response('<html>', { status: 502 }));
  await expect(call('GET', '/sites')).rejects.toMatchObject({ code: 'unexpected', title: expect.stringContaining('502') });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  await expect(call('GET', '/sites')).rejects.toMatchObject({ code: 'unreachable', status: 0 });
});

it('notices that a session ended, but not that a sign-in failed', async () => {
  const lost = vi.fn();
  onSessionLost(lost);
  const refusal = () => json({ code: 'not_signed_in', title: '请先登录。' }, 401);
  serve(refusal(), refusal());
  await call('POST', '/session').catch(() => {});
  expect(lost).not.toHaveBeenCalled();
  carryToken('old');
  await call('GET', '/orders').catch(() => {});
  expect(lost).toHaveBeenCalledOnce();
});

it('reads a list to its end', async () => {
  const fetcher = serve(json({ items: [1, 2], next: 'b' }), json({ items: [3] }));
  await expect(all('/sites')).resolves.toEqual([1, 2, 3]);
  expect(fetcher.mock.calls[1]![0]).toBe('/api/v1/sites?limit=200&after=b');
});
