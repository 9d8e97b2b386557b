import { describe, expect, it } from 'vitest';
import { setLocale, t } from '../src/texts';

const files = import.meta.glob<Record<string, string>>('../src/texts/*.json', { import: 'default', eager: true });
const book = (language: string) => Object.assign({}, ...Object.entries(files).filter(([path]) => path.endsWith(`${language}.json`)).map(([, texts]) => texts)) as Record<string, string>;
const en = book('en');
const zh = book('zh-CN');
const sum = (language: string) => Object.entries(files).filter(([path]) => path.endsWith(`${language}.json`)).reduce((count, [, texts]) => count + Object.keys(texts).length, 0);

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('texts', () => {
  it('exist in both languages under the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    expect(sum('en')).toBe(Object.keys(en).length);
  });

  it('name the same values in both languages', () => {
    for (const [key, text] of Object.entries(zh)) expect([key, placeholders(en[key]!)]).toEqual([key, placeholders(text)]);
  });

  it('are all used', () => {
    const sources = import.meta.glob('../src/**/*.{ts,vue}', { query: '?raw', import: 'default', eager: true });
    const code = Object.values(sources).join('\n');
    const byName = /^life\.hindrance-|^import\.list-|^(level|article|offering|enrolment|order|editor|account-state|source|person|scope|outcome|channel|head|site-state|site-state-text|site-kind|colour|decision|difference|step|step-act|step-text|fact|filing|decisions|task-kind|verdict|veto|standing|severity|found-state|evidence-state|task-state|line-outcome|period|drift-kind|force|standard-step|delivery|delivery-step)\.|-(missing|shape|check|invalid)$|^words\.(sensitive|doubtful|typo)|^articles\.class-|^rules\.span-|^review\.publishes-|^submit\.(at|by_hand|at_once)$/;
    expect(Object.keys(zh).filter((key) => !byName.test(key) && !code.includes(`'${key}'`))).toEqual([]);
  });

  it('follow the chosen language and fill in the values', () => {
    setLocale('en');
    expect(t('push.result', { placed: 97, present: 0, waiting: 1, leftOut: 0 })).toBe('Placed on 97 sites; 0 had it already, 1 are asked first, 0 were left out.');
    expect(document.documentElement.lang).toBe('en');
    setLocale('zh-CN');
    expect(t('sites.count', { count: 98 })).toBe('共 98 个站点');
  });
});
