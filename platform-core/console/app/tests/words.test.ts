import { describe, expect, it } from 'vitest';
import { lines, words } from '../src/pages/words/words';

describe('the list of words', () => {
  it('is a word on each line, a typo with what is meant', () => {
    expect(words({ sensitive: '内部资料\n\n 机密 ', doubtful: '最大', typo: '按装→安装\n一如继往 -> 一如既往\n座落' })).toEqual([
      { word: '内部资料', kind: 'sensitive' },
      { word: '机密', kind: 'sensitive' },
      { word: '最大', kind: 'doubtful' },
      { word: '按装', kind: 'typo', better: '安装' },
      { word: '一如继往', kind: 'typo', better: '一如既往' },
      { word: '座落', kind: 'typo', better: undefined },
    ]);
  });

  it('comes back as it was typed', () => {
    const typed = { sensitive: '内部资料\n机密', doubtful: '', typo: '按装→安装' };
    expect(lines(words(typed))).toEqual(typed);
  });
});
