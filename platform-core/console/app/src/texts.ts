import { ref } from 'vue';
import { recall, remember } from './memory';
import en from './texts/en.json';
import zh from './texts/zh-CN.json';

export type Locale = 'zh-CN' | 'en';
export type Key = keyof typeof zh;

// The type makes the compiler complain about a text that exists in one language only.
const books: Record<Locale, Record<Key, string>> = { 'zh-CN': zh, en };

export const locale = ref<Locale>(recall<Locale>('locale', 'zh-CN') === 'en' ? 'en' : 'zh-CN');

export function setLocale(chosen: Locale): void {
  locale.value = chosen;
  remember('locale', chosen);
  document.documentElement.lang = chosen;
}

/** The text in the chosen language; `{name}` is replaced by the value of that name. Reactive. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  return books[locale.value][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
