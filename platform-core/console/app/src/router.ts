import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router';
import { recall, remember } from './memory';
import { routes } from './routes';
import { useSession } from './session';

export const router = createRouter({ history: createWebHistory('/console/'), routes });

// After an update the pages have new names; the entrance page knows them. Once is enough: what is really missing stays so.
router.onError((error: Error, to) => {
  const last = recall('reloaded', 0);
  if (!/module/i.test(error.message) || Date.now() - last < 30_000) return;
  remember('reloaded', Date.now());
  window.location.assign(router.resolve(to).href);
});

router.beforeEach(async (to) => {
  const session = useSession();
  await session.resume();
  return gate(to, session);
});

/** Where somebody who wants to a page gets: there, or to what must be done before, or to the page that says no. */
export function gate(to: RouteLocationNormalized, session: ReturnType<typeof useSession>) {
  if (to.meta.open) return true;
  const next = to.fullPath === '/' || to.name === 'duties' ? {} : { next: to.fullPath };
  // A citizen's session is the portal's affair.
  if (!session.person || session.person.kind === 'citizen') return { name: 'login', query: next };
  if (session.duties.length) return to.name === 'duties' || { name: 'duties', query: next };
  if (to.name === 'duties') return { name: 'work' };
  if (to.meta.here && !session.site) return true;
  return session.mayOpen(to.meta) || { name: 'refused' };
}
