import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Offering, Site } from '../src/api';
import { dateTime, local, wire, yuan } from '../src/formats';
import { priceAt } from '../src/pages/catalog/prices';
import { signedIn } from '../src/pages/sites/hosts';
import { matches, useSites } from '../src/sites';
import { columnTree } from '../src/trees';

const site = (code: string, name: string, parent?: string): Site => ({
  code, name, parent, level: 'county', region: code.slice(0, 6), regionName: name.slice(0, 3), state: 'live', colour: 'red', url: '/',
});

describe('sites', () => {
  beforeEach(() => setActivePinia(createPinia()));

  it('are found below a root however deep, and a circle ends', () => {
    const sites = useSites();
    sites.list = [site('1', '省'), site('2', '市', '1'), site('3', '县', '2'), site('8', '甲', '9'), site('9', '乙', '8')];
    expect(sites.within(['2']).map(({ code }) => code)).toEqual(['2', '3']);
    expect(sites.isWithin('8', new Set(['1']))).toBe(false);
    expect(sites.path('3')).toEqual(['3', '2', '1']);
  });

  it('answer to name and code', () => {
    const guiyang = site('5201000001', '贵阳市人民政府');
    expect(['贵阳', '520100', ' 人民政府 '].every((typed) => matches(guiyang, typed))).toBe(true);
    expect(matches(guiyang, '遵义')).toBe(false);
  });
});

it('columns become a tree; an orphan stands at the top', () => {
  const tree = columnTree([{ key: 'a', name: 'A' }, { key: 'b', name: 'B', parent: 'a' }, { key: 'c', name: 'C', parent: 'gone' }]);
  expect(tree.map(({ value, children }) => [value, children.length])).toEqual([['a', 1], ['c', 0]]);
});

it('times are the province’s wall clock both ways', () => {
  expect(dateTime('2017-07-21T00:22:00Z')).toBe('2017-07-21 08:22');
  expect(wire(local('2017-07-20T16:00:05Z'))).toBe('2017-07-21T00:00:05+08:00');
  expect(dateTime(undefined)).toBe('—');
});

it('prices are those of the site’s level', () => {
  const offering: Offering = { plugin: 'p', state: 'active', enrolments: 0, plans: [{ id: 's', title: 'S', prices: { county: 8000 } }] };
  expect(priceAt(offering, 's', 'county')).toBe(8000);
  expect(priceAt(offering, 's', 'province')).toBeUndefined();
  expect(yuan(20000)).toBe('¥20,000');
});

it('a site under its own host name is opened signed in, unless the page is there already', () => {
  const here = { protocol: 'https:', hostname: 'www.guizhou.gov.cn', port: '' };
  expect(signedIn('www.guiyang.gov.cn', here)).toBe('https://www.guiyang.gov.cn/api/v1/session/departure?return=/');
  expect(signedIn('www.guiyang.gov.cn', { ...here, protocol: 'http:', port: '8181' })).toContain('http://www.guiyang.gov.cn:8181/');
  expect(signedIn('www.guizhou.gov.cn', here)).toBeUndefined();
});
