import { describe, expect, it } from 'vitest';
import { empty, fromMapping, toMapping } from '../src/pages/imports/mapping';
import { span, urgency } from '../src/pages/inspections/inspections';

describe('a mapping', () => {
  it('is what was typed, without what was left empty', () => {
    const typed = { ...empty(), columns: [{ from: ' zwgk/** ', to: 'notices' }, { from: '', to: '' }], body: '#zoom\n\n .content ', skip: '' };
    expect(toMapping(typed)).toEqual({ columns: [{ from: 'zwgk/**', to: 'notices' }], body: ['#zoom', '.content'] });
  });

  it('comes back from JSON, with keys that the form does not know', () => {
    const { typed, others } = fromMapping('{"address":"http://a/","columns":[{"from":"**","to":"news"}],"title":"h1","remove":[".a",".b"],"later":7}');
    expect([typed.address, typed.title, typed.remove, others]).toEqual(['http://a/', 'h1', '.a\n.b', { later: 7 }]);
    expect(toMapping(typed, others)).toEqual({ address: 'http://a/', columns: [{ from: '**', to: 'news' }], title: ['h1'], remove: ['.a', '.b'], later: 7 });
  });

  it.each(['', '[]', 'null', '"x"', '{'])('is no %s', (text) => expect(() => fromMapping(text)).toThrow(SyntaxError));

  it('keeps a rule for a column to be typed where there was none', () => {
    expect(fromMapping('{}').typed.columns).toEqual([{ from: '', to: '' }]);
  });
});

it('a score that is not known whole is a span, and a veto that applies is pressing', () => {
  expect([span({ score: 97, least: 42 }), span({ score: 80, least: 80 })]).toEqual(['42–97', '80']);
  expect([urgency(0), urgency(14), urgency(15)]).toEqual(['danger', 'warning', 'info']);
});
