import { describe, expect, it } from 'vitest';
import { terms } from '../src/pages/rules/rules';

describe('the terms of a push rule', () => {
  it('leave out what is empty, and what a rule knows beside them', () => {
    const rule = { id: 7, version: 3, active: true, by: 'a', at: '', faults: 0, name: ' 会议转发 ', column: 'meetings', subject: ' ', into: null };
    const typed = { ...rule, from: { site: '5200000001', span: 'site' as const, level: null }, to: { site: '5200000001', span: 'below' as const, level: 'county' as const } };
    expect(terms(typed)).toEqual({
      name: '会议转发',
      from: { site: '5200000001', span: 'site' },
      column: 'meetings',
      to: { site: '5200000001', span: 'below', level: 'county' },
    });
  });
});
