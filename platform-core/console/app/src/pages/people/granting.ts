import { wire } from '../../formats';
import type { Scope } from '../../identity';
import { missingIn, tidy } from '../../scopes';
import { t } from '../../texts';

/** A grant as it is filled in; times on the province's wall clock, empty where open. */
export interface Wish {
  role: string;
  scope: Scope;
  from: string;
  until: string;
  reason: string;
}

export const FIELDS = ['role', 'scope', 'from', 'until', 'reason'] as const;

export function emptyWish(site: string): Wish {
  return { role: '', scope: { kind: 'site', site }, from: '', until: '', reason: '' };
}

/** What is wrong with it, beside each field. */
export function faults(wish: Wish): Partial<Record<(typeof FIELDS)[number], string | false>> {
  const missing = missingIn(wish.scope);
  return {
    role: !wish.role && t('grant.role-missing'),
    scope: !!missing && t(`scope.${missing}-missing`),
    until: !!wish.from && !!wish.until && wish.until <= wish.from && t('grant.until-before'),
    reason: !wish.reason.trim() && t('action.reason-missing'),
  };
}

/** As the server takes it. */
export function request({ role, scope, from, until, reason }: Wish) {
  return { role, scope: tidy(scope), from: from ? wire(from) : undefined, until: until ? wire(until) : undefined, reason: reason.trim() };
}
