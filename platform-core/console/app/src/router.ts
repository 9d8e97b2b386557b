import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { recall, remember } from './memory';
import { useSession } from './session';

const routes: RouteRecordRaw[] = [
  { path: '/login', name: 'login', component: () => import('./pages/login/LoginPage.vue'), meta: { title: 'login.title', open: true } },
  {
    path: '/',
    component: () => import('./frame/ConsoleFrame.vue'),
    children: [
      { path: '', name: 'work', component: () => import('./pages/work/WorkPage.vue'), meta: { title: 'nav.work' } },
      { path: 'sites/:code?', name: 'sites', component: () => import('./pages/sites/SitesPage.vue'), meta: { title: 'nav.sites' } },
      { path: 'articles', name: 'articles', component: () => import('./pages/articles/ArticlesPage.vue'), meta: { title: 'nav.articles' } },
      {
        path: 'articles/:id(new|\\d+)',
        name: 'article',
        component: () => import('./pages/articles/ArticlePage.vue'),
        meta: { title: 'nav.articles' },
      },
      { path: 'catalog', name: 'catalog', component: () => import('./pages/catalog/CatalogPage.vue'), meta: { title: 'nav.catalog' } },
      { path: 'orders', name: 'orders', component: () => import('./pages/orders/OrdersPage.vue'), meta: { title: 'nav.orders' } },
      { path: 'plugins/:plugin/:index(\\d+)', name: 'plugin', component: () => import('./pages/plugins/PluginPage.vue') },
      { path: ':unknown(.*)*', name: 'unknown', component: () => import('./pages/UnknownPage.vue'), meta: { title: 'unknown.title' } },
    ],
  },
];

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
  if (!to.meta.open && !session.person) return { name: 'login', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
  return true;
});
