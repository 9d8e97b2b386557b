import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { RouteMeta } from 'vue-router';
import { allowed } from './access';
import type { PluginPage, Right, Session } from './api';
import { call, carryToken, isProblem } from './http';
import { recall, remember } from './memory';

const RECENT_SITES = 6;

/** What somebody signs in with; the second step adds one of the last two. */
export interface Credentials {
  username: string;
  password: string;
  totp?: string;
  recoveryCode?: string;
}

/** Who works here, on which site, and what they may do there. */
export const useSession = defineStore('session', () => {
  const person = ref<Session>();
  const asked = ref(false);
  const site = ref('');
  const rightsHere = ref<ReadonlySet<string>>(new Set());
  const pages = ref<PluginPage[]>([]);
  const recent = ref<string[]>(recall('recent-sites', []));
  const rightsAnywhere = computed(() => new Set(person.value?.permissions));
  const duties = computed(() => person.value?.duties ?? []);

  const may = (right: Right) => rightsHere.value.has(right);
  const mayAnywhere = (right: Right) => rightsAnywhere.value.has(right);
  const mayOpen = (page: RouteMeta) => allowed(page, person.value && { may, mayAnywhere });

  /** Finds out once whether the browser still holds a session. */
  async function resume(): Promise<void> {
    if (asked.value) return;
    // Asking without having signed in would only put a refusal into the browser's log.
    if (!recall('signed-in', false)) {
      asked.value = true;
      return;
    }
    await refresh().catch((thrown: unknown) => {
      // a request that the next page cut off, or a server that is being restarted, ends no session
      if (isProblem(thrown) && thrown.status === 401) forget();
    });
    asked.value = true;
  }

  /** Asks again who is signed in, after something about the session changed. */
  async function refresh(): Promise<void> {
    await welcome(await call<Session>('GET', '/session'));
  }

  async function signIn(credentials: Credentials): Promise<void> {
    await welcome(await call<Session>('POST', '/session', { body: credentials }));
    asked.value = true;
  }

  async function signOut(): Promise<void> {
    await call('DELETE', '/session').catch(() => undefined);
    forget();
  }

  function forget(): void {
    person.value = undefined;
    remember('signed-in', false);
    carryToken(undefined);
    rightsHere.value = new Set();
    pages.value = [];
    site.value = '';
  }

  /** Goes to work on a site: asks what is allowed there and which pages its plugins bring. */
  async function choose(code: string): Promise<void> {
    const [rights] = await Promise.all([rightsOn(code), loadPages(code)]);
    rightsHere.value = new Set(rights);
    site.value = code;
    recent.value = [code, ...recent.value.filter((other) => other !== code)].slice(0, RECENT_SITES);
    remember('recent-sites', recent.value);
  }

  /** Also after an enrolment changed, because a plugin's pages come and go with it. */
  async function loadPages(code = site.value): Promise<void> {
    pages.value = await call<{ items: PluginPage[] }>('GET', '/console/pages', { query: { site: code } }).then(
      (answer) => answer.items,
      () => [],
    );
  }

  /** Takes a session as the server describes it; while a duty is owed nothing but the duty can be asked for. */
  async function welcome(session: Session): Promise<void> {
    carryToken(session.csrfToken);
    person.value = session;
    remember('signed-in', true);
    if (session.kind === 'citizen' || duties.value.length) return;
    const start = (await lastUseful()) ?? session.roots[0];
    if (start) await choose(start);
  }

  /** The site of last time, unless it is gone or somebody else worked there in this browser. */
  async function lastUseful(): Promise<string | undefined> {
    const last = site.value || recent.value[0];
    const rights = last ? await rightsOn(last).catch(() => []) : [];
    return rights.length > 0 ? last : undefined;
  }

  async function rightsOn(code: string): Promise<string[]> {
    return (await call<Session>('GET', '/session', { query: { site: code } })).permissions;
  }

  return {
    person, site, pages, recent, duties, may, mayAnywhere, mayOpen,
    resume, refresh, welcome, signIn, signOut, forget, choose, loadPages,
  };
});
