import { afterEach, expect, it, vi } from 'vitest';
import { all, call, carryToken, onDutyOwed, onSessionLost } from '../src/http';
import { sentence } from '../src/notices';

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

it('takes a wrong password or code for what it is, and not for the end of the session', async () => {
  const lost = vi.fn();
  onSessionLost(lost);
  carryToken('t');
  serve(json({ code: 'wrong_credentials', title: '密码错误。' }, 401), json({ code: 'wrong_second_factor', title: '动态码错误。' }, 401));
  await call('POST', '/session/totp').catch(() => {});
  await call('PUT', '/session/totp').catch(() => {});
  expect(lost).not.toHaveBeenCalled();
});

it('notices that a duty comes first, and nothing of the kind in another refusal', async () => {
  const owed = vi.fn();
  onDutyOwed(owed);
  serve(json({ code: 'forbidden', title: '无权限。' }, 403), json({ code: 'password_change_required', title: '请先修改密码。' }, 403));
  await call('GET', '/users').catch(() => {});
  expect(owed).not.toHaveBeenCalled();
  await call('GET', '/users').catch(() => {});
  expect(owed).toHaveBeenCalledOnce();
});

it('says how long to wait once', () => {
  const refusal = { status: 429, code: 'too_many_requests', retryAfter: 30 };
  expect(sentence({ ...refusal, title: '请求过多。' })).toContain('30');
  expect(sentence({ ...refusal, title: '请在 30 秒后再试。' })).toBe('请在 30 秒后再试。');
});

it('reads a list to its end', async () => {
  const fetcher = serve(json({ items: [1, 2], next: 'b' }), json({ items: [3] }));
  await expect(all('/sites')).resolves.toEqual([1, 2, 3]);
  expect(fetcher.mock.calls[1]![0]).toBe('/api/v1/sites?limit=200&after=b');
});
