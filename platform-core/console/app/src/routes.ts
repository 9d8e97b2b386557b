import type { RouteRecordRaw } from 'vue-router';
import './access';
import { ARTICLE_READERS } from './api';

/** Every page of the console. Each says in `meta` who may open it; a test reads them all. */
export const routes: RouteRecordRaw[] = [
  { path: '/login', name: 'login', component: () => import('./pages/login/LoginPage.vue'), meta: { title: 'login.title', open: true } },
  { path: '/duties', name: 'duties', component: () => import('./pages/duties/DutiesPage.vue'), meta: { title: 'duty.title', signedIn: true } },
  {
    path: '/',
    component: () => import('./frame/ConsoleFrame.vue'),
    children: [
      { path: '', name: 'work', component: () => import('./pages/work/WorkPage.vue'), meta: { title: 'nav.work', signedIn: true, here: true } },
      {
        path: 'sites/:code?',
        name: 'sites',
        component: () => import('./pages/sites/SitesPage.vue'),
        meta: { title: 'nav.sites', signedIn: true, here: true },
      },
      {
        path: 'sites/:code(\\d+)/import',
        name: 'import',
        component: () => import('./pages/imports/ImportPage.vue'),
        meta: { title: 'nav.import', permission: 'site.manage' },
      },
      {
        path: 'sites/:code(\\d+)/packages',
        name: 'packages',
        component: () => import('./pages/packages/PackagesPage.vue'),
        meta: { title: 'nav.packages', permission: 'site.manage' },
      },
      {
        path: 'sites/:code(\\d+)/received',
        name: 'received',
        component: () => import('./pages/received/ReceivedPage.vue'),
        meta: { title: 'nav.received', permission: ['article.publish', 'site.manage'] },
      },
      {
        path: 'sites/:code(\\d+)/channels',
        name: 'channels',
        component: () => import('./pages/channels/ChannelsPage.vue'),
        meta: { title: 'nav.channels', permission: ['channel.manage', 'article.push'] },
      },
      {
        path: 'sites/:code(\\d+)/columns',
        name: 'columns',
        component: () => import('./pages/columns/ColumnsPage.vue'),
        meta: { title: 'nav.columns', permission: 'site.manage' },
      },
      {
        path: 'standards',
        name: 'standards',
        component: () => import('./pages/standards/StandardsPage.vue'),
        meta: { title: 'nav.standards', permission: ['standard.manage', 'site.manage'] },
      },
      {
        path: 'inspections',
        name: 'inspections',
        component: () => import('./pages/inspections/InspectionsPage.vue'),
        meta: { title: 'nav.inspections', permission: ['inspection.run', 'site.manage', 'article.publish'] },
      },
      {
        path: 'decisions',
        name: 'decisions',
        component: () => import('./pages/decisions/DecisionsPage.vue'),
        meta: { title: 'nav.decisions', permission: ['site.approve', 'site.close'] },
      },
      { path: 'tasks', name: 'tasks', component: () => import('./pages/tasks/TasksPage.vue'), meta: { title: 'nav.tasks', signedIn: true } },
      { path: 'tasks/:id(\\d+)', name: 'task', component: () => import('./pages/tasks/TaskPage.vue'), meta: { title: 'nav.tasks', signedIn: true } },
      {
        path: 'articles',
        name: 'articles',
        component: () => import('./pages/articles/ArticlesPage.vue'),
        meta: { title: 'nav.articles', permission: 'article.write', here: true },
      },
      {
        path: 'articles/:id(new|\\d+)',
        name: 'article',
        component: () => import('./pages/articles/ArticlePage.vue'),
        meta: { title: 'nav.articles', permission: ARTICLE_READERS, here: true },
      },
      {
        path: 'reviews',
        name: 'reviews',
        component: () => import('./pages/articles/ReviewsPage.vue'),
        meta: { title: 'nav.reviews', permission: ARTICLE_READERS },
      },
      {
        path: 'deliveries',
        name: 'deliveries',
        component: () => import('./pages/channels/DeliveriesPage.vue'),
        meta: { title: 'nav.deliveries', permission: ['article.push', 'channel.manage'], here: true },
      },
      {
        path: 'search',
        name: 'search',
        component: () => import('./pages/search/SearchPage.vue'),
        meta: { title: 'nav.search', permission: 'search.manage' },
      },
      {
        path: 'publication',
        name: 'publication',
        component: () => import('./pages/publication/PublicationPage.vue'),
        meta: { title: 'nav.publication', permission: 'publication.manage' },
      },
      {
        path: 'rules',
        name: 'rules',
        component: () => import('./pages/rules/RulesPage.vue'),
        meta: { title: 'nav.rules', permission: 'article.push' },
      },
      {
        path: 'words',
        name: 'words',
        component: () => import('./pages/words/WordsPage.vue'),
        meta: { title: 'nav.words', permission: 'article.words' },
      },
      {
        path: 'catalog',
        name: 'catalog',
        component: () => import('./pages/catalog/CatalogPage.vue'),
        meta: { title: 'nav.catalog', signedIn: true, here: true },
      },
      {
        path: 'orders',
        name: 'orders',
        component: () => import('./pages/orders/OrdersPage.vue'),
        meta: { title: 'nav.orders', permission: ['catalog.order', 'catalog.approve'] },
      },
      {
        path: 'plugins/:plugin/:index(\\d+)',
        name: 'plugin',
        component: () => import('./pages/plugins/PluginPage.vue'),
        meta: { signedIn: true, here: true },
      },
      {
        path: 'account/:section(password|second-factor|sessions|tokens)?',
        name: 'account',
        component: () => import('./pages/account/AccountPage.vue'),
        meta: { title: 'nav.account', signedIn: true },
      },
      {
        path: 'people',
        name: 'people',
        component: () => import('./pages/people/PeoplePage.vue'),
        meta: { title: 'nav.people', permission: 'identity.manage' },
      },
      {
        path: 'people/:username',
        name: 'person',
        component: () => import('./pages/people/PersonPage.vue'),
        meta: { title: 'nav.people', permission: 'identity.manage' },
      },
      {
        path: 'roles',
        name: 'roles',
        component: () => import('./pages/roles/RolesPage.vue'),
        meta: { title: 'nav.roles', permission: ['identity.manage', 'identity.grant', 'identity.role'] },
      },
      {
        path: 'organisations',
        name: 'organisations',
        component: () => import('./pages/organisations/OrganisationsPage.vue'),
        meta: { title: 'nav.organisations', permission: 'identity.manage' },
      },
      {
        path: 'explain',
        name: 'explain',
        component: () => import('./pages/explain/ExplainPage.vue'),
        meta: { title: 'nav.explain', permission: ['identity.manage', 'identity.grant', 'audit.read'] },
      },
      {
        path: 'audit',
        name: 'audit',
        component: () => import('./pages/audit/AuditPage.vue'),
        meta: { title: 'nav.audit', permission: ['audit.read', 'audit.verify'] },
      },
      {
        path: 'citizens',
        name: 'citizens',
        component: () => import('./pages/citizens/CitizensPage.vue'),
        meta: { title: 'nav.citizens', permission: ['citizen.manage', 'audit.defer'] },
      },
      { path: 'refused', name: 'refused', component: () => import('./pages/refused/RefusedPage.vue'), meta: { title: 'refused.title', signedIn: true } },
      { path: ':unknown(.*)*', name: 'unknown', component: () => import('./pages/UnknownPage.vue'), meta: { title: 'unknown.title', signedIn: true } },
    ],
  },
];
