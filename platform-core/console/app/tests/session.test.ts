import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSession } from '../src/session';

const kept = new Map<string, string>();
const signedIn = () => kept.get('jutong.signed-in');

describe('coming back to the console', () => {
  beforeEach(() => {
    setActivePinia(createPinia());
    kept.clear();
    kept.set('jutong.signed-in', 'true');
    vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => kept.set(name, value) });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('forgets a session that the server says is over', async () => {
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ code: 'not_signed_in', title: '请先登录。' }), { status: 401 }));
    await useSession().resume();
    expect(signedIn()).toBe('false');
  });

  it('keeps one where the question was cut off, or the server is being restarted', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('aborted')));
    await useSession().resume();
    expect(signedIn()).toBe('true');
    setActivePinia(createPinia());
    vi.stubGlobal('fetch', async () => new Response('', { status: 503 }));
    await useSession().resume();
    expect(signedIn()).toBe('true');
  });
});
