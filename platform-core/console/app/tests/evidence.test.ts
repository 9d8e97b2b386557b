import { describe, expect, it } from 'vitest';
import { body, daysUntil, wish } from '../src/pages/inspections/evidence';

describe('what is recorded of a site', () => {
  it('holds the facts of its kind alone, whatever was typed for another one', () => {
    const typed = { ...wish(), kind: 'dead-link' as const, day: '2026-11-20', name: '办证', sort: 'attack', address: '/a', home: true, words: ' ' };
    expect(body(typed)).toEqual({ kind: 'dead-link', day: '2026-11-20', words: undefined, document: undefined, facts: { address: '/a', home: true } });
    expect(body({ ...typed, kind: 'incident', words: ' 错字 ', documents: [7] })).toEqual({
      kind: 'incident',
      day: '2026-11-20',
      words: '错字',
      document: 7,
      facts: { sort: 'attack', handledInTime: false },
    });
    expect(body({ ...typed, kind: 'no-service' }).facts).toEqual({});
  });

  it('measures the days before and keeps what was typed for one of them', () => {
    const typed = [{ day: '2026-03-01', total: 90, slow: 2 }];
    expect(daysUntil('2026-03-02', 3, typed)).toEqual([{ day: '2026-02-28', total: 0, slow: 0 }, typed[0], { day: '2026-03-02', total: 0, slow: 0 }]);
    expect(daysUntil('', 3, typed)).toEqual([]);
  });
});
