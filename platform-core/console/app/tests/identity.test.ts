import { describe, expect, it } from 'vitest';
import type { Scope } from '../src/identity';
import { byOwner } from '../src/permissions';
import { hasEnded, inDays } from '../src/pages/account/tokens';
import { faultOf, tidyCode } from '../src/pages/organisations/credit-code';
import { emptyWish, faults, request } from '../src/pages/people/granting';
import { changeOf, nameFault } from '../src/pages/people/names';
import { missingIn, scopeWords, tidy } from '../src/scopes';

const name = (code: string) => (code === '5227000001' ? '黔南州' : code);
const wrong = (wish: ReturnType<typeof emptyWish>) => Object.entries(faults(wish)).filter(([, words]) => words).map(([field]) => field);

describe('a scope', () => {
  it.each<[Scope, ReturnType<typeof missingIn>]>([
    [{ kind: 'everywhere' }, undefined],
    [{ kind: 'site' }, 'site'],
    [{ kind: 'site', site: '1' }, undefined],
    [{ kind: 'organisation', site: '1' }, 'organisation'],
    [{ kind: 'column', column: 'news' }, 'site'],
    [{ kind: 'column', site: '1' }, 'column'],
    [{ kind: 'column', site: '1', column: 'news' }, undefined],
  ])('%o still needs %s', (scope, missing) => expect(missingIn(scope)).toBe(missing));

  it('is sent without what was chosen for another kind before', () => {
    const all = { site: '1', organisation: 7, column: 'c' };
    expect(tidy({ kind: 'everywhere', ...all })).toEqual({ kind: 'everywhere' });
    expect(tidy({ kind: 'site', ...all })).toEqual({ kind: 'site', site: '1' });
    expect(tidy({ kind: 'organisation', ...all })).toEqual({ kind: 'organisation', organisation: 7 });
    expect(tidy({ kind: 'column', ...all })).toEqual({ kind: 'column', site: '1', column: 'c' });
  });

  it('is said in words', () => {
    expect(scopeWords({ scope: { kind: 'site', site: '5227000001' } }, name)).toBe('黔南州及下级站点');
    expect(scopeWords({ scope: { kind: 'column', site: '5227000001', column: 'news' } }, name)).toContain('news');
    expect(scopeWords({ scope: { kind: 'everywhere' } }, name)).toBe('全平台');
    expect(scopeWords({ scope: { kind: 'organisation', organisation: 7 }, organisationName: '州政府办' }, name)).toBe('州政府办及下级机构');
  });
});

describe('a grant', () => {
  it('needs a role, a place and a reason, and ends after it began', () => {
    expect(wrong(emptyWish(''))).toEqual(['role', 'scope', 'reason']);
    const whole = { ...emptyWish('1'), role: 'editor', reason: '任命' };
    expect(wrong(whole)).toEqual([]);
    expect(wrong({ ...whole, from: '2026-12-01 00:00:00', until: '2026-11-30 00:00:00' })).toEqual(['until']);
    expect(wrong({ ...whole, reason: '  ' })).toEqual(['reason']);
  });

  it('is sent with the province’s offset, and open ends are left out', () => {
    const wish = { ...emptyWish('1'), role: 'editor', reason: ' 任命 ', until: '2026-12-31 18:00:00' };
    expect(request(wish)).toEqual({ role: 'editor', scope: { kind: 'site', site: '1' }, from: undefined, until: '2026-12-31T18:00:00+08:00', reason: '任命' });
  });
});

describe('a unified social credit code', () => {
  it('is checked by its last character', () => {
    expect(faultOf('91350100M000100Y43')).toBeUndefined();
    expect(faultOf('91350100M000100Y44')).toBe('check');
    expect(faultOf('91350100M000010Y43')).toBe('check');
    expect(faultOf('9135010OM000100Y43')).toBe('shape');
    expect(faultOf('91350100M000100Y4')).toBe('shape');
    expect(faultOf('')).toBe('missing');
  });

  it('may be typed in small letters, in groups and in full width', () => {
    expect(tidyCode(' ９1350100 m000100y43')).toBe('91350100M000100Y43');
  });
});

it('user names are plain', () => {
  expect(['qiannan.editor', 'a-1'].map(nameFault)).toEqual([undefined, undefined]);
  expect(['', 'ab', '1abc', 'Admin', 'аdmin', 'a'.repeat(33)].map(nameFault)).toEqual(['missing', 'invalid', 'invalid', 'invalid', 'invalid', 'invalid']);
});

it('only what is new about a person is sent, and that an organisation was taken away', () => {
  const before = { displayName: '罗晓梅', organisation: 7 };
  expect(changeOf(before, { displayName: ' 罗晓梅 ', organisation: 7 })).toEqual({});
  expect(changeOf(before, { displayName: '罗晓媚', organisation: 7 })).toEqual({ displayName: '罗晓媚' });
  expect(changeOf(before, { ...before, organisation: 8 })).toEqual({ organisation: 8 });
  expect(changeOf(before, { ...before, organisation: undefined })).toEqual({ organisation: 0 });
});

it('permissions stand under whoever declares them, the core first', () => {
  const declared = [
    { id: 'a', title: 'A', owner: 'poll' },
    { id: 'b', title: 'B', owner: 'core' },
    { id: 'c', title: 'C', owner: 'poll' },
  ];
  expect(byOwner(declared).map(({ owner, permissions }) => [owner, permissions.length])).toEqual([['core', 1], ['poll', 2]]);
});

it('tokens end by the clock', () => {
  const now = Date.parse('2026-11-23T08:00:00+08:00');
  const token = { id: '1', name: '', permissions: [], created: '', expires: inDays(1, now) };
  expect([hasEnded(token, now), hasEnded(token, now + 86_400_000)]).toEqual([false, true]);
});
