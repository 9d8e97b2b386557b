import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Site } from '../src/api';
import { csv } from '../src/csv';
import { countsByState, dayIn, isOf, missing, open, request, round, SITE_STATES, takesDocuments, type Step, type StepKind } from '../src/life';
import { size } from '../src/formats';
import { waiting } from '../src/pages/decisions/waiting';
import { wrongCode } from '../src/pages/life/applying';
import { homeless } from '../src/pages/life/columns';
import { follow, known, pauseAfter, percent } from '../src/pages/tasks/tasks';
import { useSites } from '../src/sites';

const site = (code: string, more: Partial<Site> = {}): Site => ({
  code, name: code, level: 'county', region: code.slice(0, 6), regionName: '', state: 'live', colour: 'red', url: '/', ...more,
});
const step = (kind: StepKind, by: string, level?: string): Step => ({
  id: 1, kind, state: 'applied', by, level, at: '2026-11-23T06:00:00Z', reason: '', documents: [], facts: {},
});
const holding = (...rights: string[]) => new Set(rights);

describe('the round of approvals', () => {
  const above = ['city', 'province'];

  it('goes by the nearest level first and knows who agreed', () => {
    const going = round('applied', [step('apply', 'wang'), step('approve', 'li', 'city')], above, 'zhao')!;
    expect(going.turn).toBe('province');
    expect(going.levels.map((each) => each.step?.by)).toEqual(['li', undefined]);
    expect(going.hindrance).toBeUndefined();
  });

  it('is nobody’s own affair, and nobody’s twice', () => {
    const steps = [step('apply', 'wang'), step('approve', 'li', 'city')];
    expect(round('applied', steps, above, 'wang')?.hindrance).toBe('own');
    expect(round('applied', steps, above, 'li')?.hindrance).toBe('approved');
  });

  it('begins anew with each application', () => {
    const steps = [step('apply', 'wang'), step('approve', 'li', 'city'), step('reject', 'zhao', 'province'), step('apply', 'chen')];
    const going = round('applied', steps, above, 'wang')!;
    expect(going.turn).toBe('city');
    expect(going.hindrance).toBeUndefined();
  });

  it('of a merger waits for the content', () => {
    const merger = [step('apply', 'zhao'), step('approve', 'li', 'city'), step('merge', 'wang')];
    expect(round('merging', merger, above, 'zhao')?.hindrance).toBe('moving');
    expect(round('merging', [...merger, step('content_moved', 'wang')], above, 'zhao')).toEqual({ turn: 'city', levels: [{ site: 'city' }, { site: 'province' }] });
    expect(round('live', merger, above, 'zhao')).toBeUndefined();
  });
});

describe('what somebody can do next', () => {
  it('is what they hold the right for: approvals at the level whose turn it is, the rest on the site', () => {
    const going = round('applied', [step('apply', 'wang')], ['city'], 'li');
    expect(open(['approve', 'reject'], going, holding('site.approve'), holding())).toEqual([]);
    expect(open(['approve', 'reject'], going, holding(), holding('site.approve'))).toEqual(['approve', 'reject']);
    expect(open(['file', 'close_temporarily', 'merge', 'move'], undefined, holding('site.close'), holding())).toEqual(['close_temporarily', 'merge']);
  });

  it('is no approval of one’s own, and nothing this console has never heard of', () => {
    const own = round('merging', [step('merge', 'li'), step('content_moved', 'li')], ['city'], 'li');
    expect(open(['approve', 'keep', 'dissolve' as StepKind], own, holding('site.close'), holding('site.approve'))).toEqual(['keep']);
  });
});

describe('the request of a step', () => {
  const wish = { reason: '原因', documents: [3], until: '2026-12-01', unforeseen: true, parent: '9' };

  it('carries reason and documents, and what only this step has', () => {
    expect(request('1', 'approve', wish)).toEqual({ method: 'POST', path: '/sites/1/approvals', send: { body: { reason: '原因', documents: [3] } } });
    expect(request('1', 'close_temporarily', wish).send).toEqual({ body: { reason: '原因', documents: [3], until: '2026-12-01', unforeseen: true } });
    expect(request('1', 'move', wish).send).toEqual({ body: { reason: '原因', documents: [3], parent: '9' } });
  });

  it('that takes something back has its reason in the address and no documents', () => {
    expect(request('1', 'keep', wish)).toEqual({ method: 'DELETE', path: '/sites/1/merger', send: { query: { reason: '原因' } } });
    expect([takesDocuments('reopen'), takesDocuments('close')]).toEqual([false, true]);
  });
});

describe('lists of sites', () => {
  const sites = [site('1'), site('2', { state: 'applied', parent: '1', kind: 'department' }), site('3', { state: 'closing', parent: '1' }), site('4', { parent: '1' })];

  it('are counted by state in the order of a life, and narrowed', () => {
    expect(countsByState(sites)).toEqual([{ state: 'applied', count: 1 }, { state: 'live', count: 2 }, { state: 'closing', count: 1 }]);
    const none = { q: '', state: '', kind: '', level: '' };
    expect(sites.filter((each) => isOf(each, { ...none, kind: 'portal', state: 'live' })).map(({ code }) => code)).toEqual(['1', '4']);
    expect(sites.filter((each) => isOf(each, { ...none, level: 'province' }))).toEqual([]);
  });

  it('wait for what can be done with them', () => {
    const codes = (which: Site[]) => which.map(({ code }) => code);
    expect([codes(waiting('approve', sites)), codes(waiting('close', sites)), codes(waiting('merge', sites))]).toEqual([['2'], ['3'], ['4']]);
  });

  it('take in a site that was read again', async () => {
    setActivePinia(createPinia());
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(site('2', { state: 'preparing' })))));
    const store = useSites();
    store.list = sites;
    await store.renew('2');
    expect(store.list.map(({ code, state }) => [code, state])).toEqual([['1', 'live'], ['2', 'preparing'], ['3', 'closing'], ['4', 'live']]);
    vi.unstubAllGlobals();
  });
});

it('columns without a place are those that the refusal names', () => {
  const columns = ['news', 'news-city', 'notices'].map((key) => ({ key, name: key }));
  expect(homeless(columns, '这些栏目有内容，但目标站点没有对应的栏目：news-city, notices。请指定。').map(({ key }) => key)).toEqual(['news-city', 'notices']);
});

it('a site’s code begins with its division', () => {
  expect([wrongCode('5201000001', '520100'), wrongCode('52010000', '520100'), wrongCode('5201000001', '520300')]).toEqual([undefined, 'shape', 'invalid']);
});

it('a filing lacks what is empty, and the test until it was passed', () => {
  const filed = { sponsor: '局', contact: '1', icp: '1', police: '1', testedOn: '2026-11-20', testPassed: false };
  expect(missing(filed)).toEqual(['emblem', 'test']);
  expect(missing({ ...filed, emblem: 'CA', testPassed: true })).toEqual([]);
});

it('days are the province’s', () => {
  expect(dayIn(0, Date.parse('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
  expect(dayIn(30, Date.parse('2026-11-22T15:59:59Z'))).toBe('2026-12-22');
});

it('every state of a site has a colour, and sizes are said in the unit that fits', () => {
  expect(Object.keys(SITE_STATES)).toHaveLength(8);
  expect([size(512), size(1536), size(20 * 1024 * 1024)]).toEqual(['512 B', '1.5 KB', '20 MB']);
});

describe('CSV', () => {
  it('quotes what must be and lets no spreadsheet calculate', () => {
    expect(csv([['a,b', 'say "x"', 3], ['=1+1', '-2', '@x'], ['\tx', '正常', undefined]])).toBe(
      '\ufeff"a,b","say ""x""",3\r\n' + "'=1+1,'-2,'@x\r\n" + "'\tx,正常,\r\n",
    );
  });

  it('is not fooled by spaces or line breaks before the sign', () => {
    expect(csv([[' =cmd|x', '\r\n+1']])).toBe('\ufeff\' =cmd|x,"\'\r\n+1"\r\n');
  });
});

describe('a task', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('knows its percentage once it knows how much there is', () => {
    expect(percent({ done: 0, total: 0, state: 'running' })).toBeUndefined();
    expect(percent({ done: 1, total: 3, state: 'running' })).toBe(33);
    expect(percent({ done: 0, total: 0, state: 'done' })).toBe(100);
  });

  it('shows a word of a newer platform as it is', () => {
    expect([known('line-outcome', 'refused'), known('line-outcome', 'transmogrified')]).toEqual(['被拒绝', 'transmogrified']);
  });

  it('is asked every second, ever less often while nobody looks', () => {
    expect([pauseAfter(1000, false), pauseAfter(1000, true), pauseAfter(16_000, true), pauseAfter(60_000, true)]).toEqual([1000, 2000, 32_000, 60_000]);
  });

  it('is asked until it is over', async () => {
    let asked = 0;
    follow(() => Promise.resolve(++asked < 3));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toBe(3);
  });

  it('is not asked any more once its page is left', async () => {
    let asked = 0;
    const stop = follow(() => Promise.resolve(++asked > 0));
    await vi.advanceTimersByTimeAsync(2_500);
    stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toBe(3);
  });
});
