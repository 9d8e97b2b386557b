import { describe, expect, it } from 'vitest';
import { setLocale, t } from '../src/texts';
import en from '../src/texts/en.json';
import zh from '../src/texts/zh-CN.json';

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('texts', () => {
  it('exist in both languages under the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it('name the same values in both languages', () => {
    for (const [key, text] of Object.entries(zh)) expect([key, placeholders(en[key as keyof typeof en])]).toEqual([key, placeholders(text)]);
  });

  it('are all used', () => {
    const sources = import.meta.glob('../src/**/*.{ts,vue}', { query: '?raw', import: 'default', eager: true });
    const code = Object.values(sources).join('\n');
    const byName = /^(level|article|offering|enrolment|order|editor)\./;
    expect(Object.keys(zh).filter((key) => !byName.test(key) && !code.includes(`'${key}'`))).toEqual([]);
  });

  it('follow the chosen language and fill in the values', () => {
    setLocale('en');
    expect(t('push.result', { placed: 97, present: 0 })).toBe('Placed on 97 sites, 0 had it already.');
    expect(document.documentElement.lang).toBe('en');
    setLocale('zh-CN');
    expect(t('sites.count', { count: 98 })).toBe('共 98 个站点');
  });
});
