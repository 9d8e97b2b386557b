import type { Site } from '../../api';

/** The steps that many sites can make together. */
export const STEPS_FOR_MANY = ['approve', 'close', 'merge'] as const;

export type ManyStep = (typeof STEPS_FOR_MANY)[number];

/** Sites that stand where the step can be made; whether it really can the platform says for each. */
export function waiting(step: ManyStep, sites: readonly Site[]): Site[] {
  if (step === 'approve') return sites.filter(({ state }) => state === 'applied' || state === 'merging');
  if (step === 'close') return sites.filter(({ state }) => state === 'closing');
  return sites.filter(({ state, parent }) => state === 'live' && parent);
}
