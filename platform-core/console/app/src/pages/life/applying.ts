import type { Level } from '../../api';

export const LEVELS: readonly Level[] = ['province', 'prefecture', 'county'];

/** What is wrong with a site's code: ten digits, of which the first six are the division's. */
export function wrongCode(code: string, region: string): 'shape' | 'invalid' | undefined {
  if (!/^\d{10}$/.test(code)) return 'shape';
  return /^\d{6}$/.test(region) && !code.startsWith(region) ? 'invalid' : undefined;
}
