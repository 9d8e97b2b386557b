import ElementPlus from 'element-plus';
import 'element-plus/dist/index.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { onDutyOwed, onSessionLost } from './http';
import { router } from './router';
import { useSession } from './session';
import './styles/tokens.css';
import './styles/base.css';
import { locale, setLocale } from './texts';

setLocale(locale.value);

const app = createApp(App).use(createPinia());
const session = useSession();
onSessionLost(() => {
  session.forget();
  void router.push({ name: 'login', query: { next: router.currentRoute.value.fullPath, ended: '1' } });
});
onDutyOwed(() => {
  const next = router.currentRoute.value.fullPath;
  void session.refresh().then(() => router.push({ name: 'duties', query: { next } }));
});
app.use(router).use(ElementPlus).mount('#app');
