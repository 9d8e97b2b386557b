import { expect, it } from 'vitest';
import { fromAddress, toAddress } from '../src/filters';
import { address } from '../src/http';
import { noFilters, query } from '../src/pages/audit/entries';
import { isIdNumber, isMobile } from '../src/pages/citizens/citizens';

it('filters go to the server with the province’s offset, empty ones not at all', () => {
  const filters = { ...noFilters(), actor: ' admin ', from: '2026-11-23 00:00:00', outcome: 'DENIED' };
  expect(address('/audit', query(filters))).toBe('/api/v1/audit?outcome=DENIED&from=2026-11-23T00%3A00%3A00%2B08%3A00&actor=admin');
  expect(address('/audit', query(noFilters()))).toBe('/api/v1/audit');
});

it('a search can be kept as an address, and a strange one is ignored', () => {
  const filters = { ...noFilters(), action: 'GRANT_GIVE', object: 'account:x' };
  expect(fromAddress(noFilters(), toAddress(filters))).toEqual(filters);
  expect(fromAddress(noFilters(), { action: ['a', 'b'], unknown: 'x' })).toEqual(noFilters());
});

it('an identity number is checked by its last character', () => {
  expect(isIdNumber('11010519491231002X')).toBe(true);
  for (const wrong of ['110105194912310021', '11010519491231002x', '1101051949123100', '', '１１０105194912310021']) expect(isIdNumber(wrong)).toBe(false);
});

it('mobile numbers are those of the mainland', () => {
  expect(['13900000000', '12900000000', '1390000000', '+8613900000000'].map(isMobile)).toEqual([true, false, false, false]);
});
