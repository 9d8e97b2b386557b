import { beforeEach, describe, expect, it } from 'vitest';
import { open, period, rows, type Place } from '../src/pages/columns/columns';
import { stepWords } from '../src/pages/standards/standards';
import { setLocale } from '../src/texts';

const column = (key: string, parent?: string) => ({ key, name: key, parent });
const place = (below: string | undefined, taken: number): Place => ({ below, atMost: 2, taken, types: ['工作动态'], basis: { source: '', mark: 'S' } });

describe('columns of a site', () => {
  beforeEach(() => setLocale('zh-CN'));

  it('know whose they are and whether they can go up or down', () => {
    const list = rows([column('news'), column('a', 'news'), column('b', 'news'), column('open')], [column('b')]);
    expect(list.map(({ key, depth, own, first, last }) => [key, depth, own, first, last])).toEqual([
      ['news', 0, false, true, false],
      ['a', 1, false, true, false],
      ['b', 1, true, false, true],
      ['open', 0, false, false, true],
    ]);
  });

  it('come where there is room, and stay where they are', () => {
    const places = [place('news', 2), place('open', 1), place(undefined, 2)];
    expect(open(places).map(({ below }) => below)).toEqual(['open']);
    expect(open(places, column('a', 'news')).map(({ below }) => below)).toEqual(['news', 'open']);
    expect(open(places, column('a')).map(({ below }) => below)).toEqual(['open', undefined]);
  });

  it('say their clock in words', () => {
    expect(period('P14D')).toBe('14 天');
    expect(period('P6M')).toBe('6 个月');
    expect(period('P1Y2M')).toBe('P1Y2M');
    expect(period(undefined)).toBe('不要求');
  });
});

describe('a step of a migration', () => {
  it('is said in words', () => {
    const name = (key: string) => key.toUpperCase();
    expect(stepWords({ kind: 'move', key: 'a', from: 'b', to: 'b' }, name)).toBe('调整“A”的次序');
    expect(stepWords({ kind: 'move', key: 'a', from: 'b' }, name)).toBe('“A”从“B”移到“（一级栏目）”');
    expect(stepWords({ kind: 'rename', key: 'a', newKey: 'b', from: '旧', to: '新' }, name)).toBe('“旧”改为“新”');
    expect(stepWords({ kind: 'reclock', key: 'a', from: 'P14D' }, name)).toBe('“A”的更新周期由14 天改为不要求');
    expect(stepWords({ kind: 'merge', key: 'a', column: column('a'), to: 'b' }, name)).toBe('“a”并入“B”');
  });
});
