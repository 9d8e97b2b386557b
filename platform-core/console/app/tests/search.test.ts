import { describe, expect, it } from 'vitest';
import { groups, lines } from '../src/pages/search/synonyms';

describe('groups of synonyms', () => {
  it('are lines of words, whatever stands between them', () => {
    expect(groups('政务公开、信息公开\n\n 办事大厅，政务大厅 , 服务大厅、\n')).toEqual([
      ['政务公开', '信息公开'],
      ['办事大厅', '政务大厅', '服务大厅'],
    ]);
  });

  it('come back as they were typed', () => {
    const typed = '政务公开、信息公开\n办事大厅、政务大厅';
    expect(lines(groups(typed))).toBe(typed);
    expect(lines([])).toBe('');
  });
});
