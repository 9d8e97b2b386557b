import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RouteLocationNormalized, RouteMeta, RouteRecordRaw } from 'vue-router';
import { allowed } from '../src/access';
import { RIGHTS, type Right, type Session } from '../src/api';
import { gate, router } from '../src/router';
import { routes } from '../src/routes';
import { useSession } from '../src/session';

const pages = (records: readonly RouteRecordRaw[]): RouteRecordRaw[] => records.flatMap((each) => (each.children ? pages(each.children) : [each]));
const person = (here: Right[], anywhere = here) => ({ may: (right: Right) => here.includes(right), mayAnywhere: (right: Right) => anywhere.includes(right) });
const to = (name: string) => router.resolve({ name }) as RouteLocationNormalized;

describe('who may open a page', () => {
  it.each(pages(routes).map((page) => [String(page.name), page.meta ?? {}] as [string, RouteMeta]))('is said once by %s', (_name, meta) => {
    expect([meta.open, meta.signedIn, meta.permission].filter((said) => said !== undefined)).toHaveLength(1);
    for (const right of [meta.permission ?? []].flat()) expect(RIGHTS).toContain(right);
  });

  it('is nobody where nothing is said', () => {
    expect(allowed({}, person([...RIGHTS]))).toBe(false);
    expect(allowed({ permission: [] }, person([...RIGHTS]))).toBe(false);
  });

  it('is whoever holds one of several permissions', () => {
    expect(allowed({ permission: ['audit.read', 'audit.verify'] }, person(['audit.verify']))).toBe(true);
    expect(allowed({ permission: ['audit.read', 'audit.verify'] }, person(['audit.export']))).toBe(false);
    expect(allowed({ permission: 'audit.read' }, undefined)).toBe(false);
  });

  it('is asked on the current site where the page is about it', () => {
    const elsewhere = person([], ['article.write']);
    expect(allowed({ permission: 'article.write' }, elsewhere)).toBe(true);
    expect(allowed({ permission: 'article.write', here: true }, elsewhere)).toBe(false);
  });
});

describe('the gate', () => {
  const staff: Session = { kind: 'staff', username: 'a', displayName: 'A', csrfToken: 't', expires: '', roots: ['1'], permissions: ['article.write'], duties: [] };
  beforeEach(() => setActivePinia(createPinia()));

  function as(session?: Partial<Session>) {
    const store = useSession();
    store.person = session && { ...staff, ...session };
    store.site = '1';
    return store;
  }

  it('sends whoever is not signed in to the sign-in page, with the way back', () => {
    expect(gate(to('orders'), as())).toEqual({ name: 'login', query: { next: '/orders' } });
    expect(gate(to('login'), as())).toBe(true);
  });

  it('lets a duty come before everything else', () => {
    expect(gate(to('account'), as({ duties: ['password'] }))).toEqual({ name: 'duties', query: { next: '/account' } });
    expect(gate(to('duties'), as({ duties: ['password'] }))).toBe(true);
    expect(gate(to('duties'), as({}))).toEqual({ name: 'work' });
  });

  it('refuses what the person may not', () => {
    expect(gate(to('orders'), as({}))).toEqual({ name: 'refused' });
    expect(gate(to('orders'), as({ permissions: ['catalog.approve'] }))).toBe(true);
  });

  it('knows no citizens', () => {
    expect(gate(to('work'), as({ kind: 'citizen' }))).toMatchObject({ name: 'login' });
  });
});
