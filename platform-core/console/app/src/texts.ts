import { ref } from 'vue';
import { recall, remember } from './memory';
import articlesEn from './texts/articles.en.json';
import articlesZh from './texts/articles.zh-CN.json';
import auditEn from './texts/audit.en.json';
import auditZh from './texts/audit.zh-CN.json';
import channelsEn from './texts/channels.en.json';
import channelsZh from './texts/channels.zh-CN.json';
import columnsEn from './texts/columns.en.json';
import columnsZh from './texts/columns.zh-CN.json';
import en from './texts/en.json';
import identityEn from './texts/identity.en.json';
import identityZh from './texts/identity.zh-CN.json';
import lifeEn from './texts/life.en.json';
import lifeZh from './texts/life.zh-CN.json';
import signInEn from './texts/sign-in.en.json';
import signInZh from './texts/sign-in.zh-CN.json';
import zh from './texts/zh-CN.json';

export type Locale = 'zh-CN' | 'en';

const chinese = { ...zh, ...signInZh, ...identityZh, ...auditZh, ...lifeZh, ...columnsZh, ...articlesZh, ...channelsZh };
export type Key = keyof typeof chinese;

// The type makes the compiler complain about a text that exists in one language only.
const books: Record<Locale, Record<Key, string>> = {
  'zh-CN': chinese,
  en: { ...en, ...signInEn, ...identityEn, ...auditEn, ...lifeEn, ...columnsEn, ...articlesEn, ...channelsEn },
};

export const locale = ref<Locale>(recall<Locale>('locale', 'zh-CN') === 'en' ? 'en' : 'zh-CN');

export function setLocale(chosen: Locale): void {
  locale.value = chosen;
  remember('locale', chosen);
  document.documentElement.lang = chosen;
}

/**
 * The text in the chosen language; `{name}` is replaced by the value of that name. Reactive. A key that is made of a
 * word from the server may be unknown here, from a newer platform; then it has to do itself.
 */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  return (books[locale.value][key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
