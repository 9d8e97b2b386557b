import type { Level, Offering } from '../../api';

/** What a plan costs a site of this level a year; undefined where the plan has no price for it. */
export function priceAt(offering: Offering, plan: string, level: Level | undefined): number | undefined {
  return level && offering.plans?.find((each) => each.id === plan)?.prices[level];
}
