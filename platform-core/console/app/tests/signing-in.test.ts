import { expect, it, vi } from 'vitest';
import type { Problem } from '../src/api';
import { browser } from '../src/pages/account/agents';
import { destination, digits, signingIn } from '../src/pages/login/signing-in';
import type { Credentials } from '../src/session';

const problem = (status: number, code: string, more: Partial<Problem> = {}): Problem => ({ status, code, title: code, ...more });

/** Answers each attempt with the next refusal; without one it succeeds. */
function door(...refusals: Problem[]) {
  const submit = vi.fn(async (_: Credentials) => {
    const refusal = refusals.shift();
    if (refusal) throw refusal;
  });
  const desk = signingIn(submit);
  Object.assign(desk.form, { username: ' admin ', password: ' secret ' });
  return { submit, desk, sent: () => submit.mock.calls.at(-1)![0] };
}

it('asks for the code only where the account has an authenticator, and sends the password with it again', async () => {
  const { desk, sent } = door(problem(401, 'second_factor_missing'));
  expect(await desk.proceed()).toBe(false);
  expect([desk.step.value, desk.failure.value]).toEqual(['code', '']);
  desk.form.totp = '１２３ 456';
  expect(await desk.proceed()).toBe(true);
  expect(sent()).toEqual({ username: 'admin', password: ' secret ', totp: '123456' });
});

it('puts a wrong code beside its field and stays', async () => {
  const { desk } = door(problem(401, 'second_factor_missing'), problem(401, 'wrong_second_factor'));
  await desk.proceed();
  desk.form.totp = '000000';
  await desk.proceed();
  expect([desk.step.value, desk.errors.totp, desk.form.totp]).toEqual(['code', 'wrong_second_factor', '']);
});

it('takes a recovery code in its place', async () => {
  const { desk, sent } = door(problem(401, 'second_factor_missing'));
  await desk.proceed();
  desk.turn('recovery');
  desk.form.recoveryCode = ' abcd-efgh ';
  await desk.proceed();
  expect(sent()).toEqual({ username: 'admin', password: ' secret ', recoveryCode: 'abcd-efgh' });
});

it('begins again at the password when that was wrong, or when there were too many attempts', async () => {
  const { desk } = door(problem(401, 'wrong_credentials'), problem(401, 'second_factor_missing'), problem(429, 'too_many_attempts', { retryAfter: 2 }));
  await desk.proceed();
  expect([desk.failure.value, desk.form.password, desk.form.username]).toEqual(['wrong_credentials', '', ' admin ']);
  desk.form.password = 'x';
  await desk.proceed();
  desk.form.totp = '123456';
  await desk.proceed();
  expect([desk.step.value, desk.wait.value]).toEqual(['password', 2]);
  for (let second = 0; second < 3; second++) desk.tick();
  expect(desk.wait.value).toBe(0);
});

it('asks nobody while a field is empty or a code is short', async () => {
  const { desk, submit } = door(problem(401, 'second_factor_missing'));
  desk.form.password = '';
  await desk.proceed();
  expect(Object.keys(desk.errors)).toEqual(['password']);
  desk.form.password = 'x';
  await desk.proceed();
  desk.form.totp = '12345';
  await desk.proceed();
  expect(submit).toHaveBeenCalledOnce();
  expect(desk.errors.totp).toBeTruthy();
});

it('goes on to an address of the console only', () => {
  expect(destination('/orders?state=ordered')).toBe('/orders?state=ordered');
  for (const elsewhere of ['//evil.example', '/\\evil.example', 'https://evil.example', undefined]) expect(destination(elsewhere)).toBe('/');
});

it('reads digits however they are typed', () => {
  expect(digits('１２ ３-456')).toBe('123456');
});

it('names a browser as its owner knows it', () => {
  expect(browser('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0')).toBe('Edge 140 · Windows');
  expect(browser('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36')).toBe('Chrome 150 · Linux');
  expect(browser('')).not.toBe('');
});
