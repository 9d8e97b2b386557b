import type { Level, PushPlan } from '../../api';

export type Span = 'site' | 'subtree' | 'below';
export const SPANS: readonly Span[] = ['site', 'subtree', 'below'];
export const LEVELS: readonly Level[] = ['province', 'prefecture', 'county'];

/** Which sites are meant. */
export interface Selection {
  site: string;
  span: Span;
  level?: Level | null;
}

export interface Terms {
  name: string;
  from: Selection;
  column?: string | null;
  subject?: string | null;
  to: Selection;
  into?: string | null;
}

export interface PushRule extends Terms {
  id: number;
  version: number;
  active: boolean;
  by: string;
  at: string;
  /** Articles that fit and could not be pushed. */
  faults: number;
}

/** What a rule would do: how many published articles fit, and what would become of the next on every site. */
export interface RulePlan {
  matching: number;
  sites: PushPlan;
}

export interface Fault {
  article: number;
  title: string;
  code: string;
  words: string;
  at: string;
}

/** The terms alone, without what was left empty. */
export function terms({ name, from, column, subject, to, into }: Terms): Terms {
  const sites = ({ site, span, level }: Selection): Selection => ({ site, span, ...(level ? { level } : {}) });
  const given = Object.entries({ column, subject, into }).filter(([, text]) => text?.trim());
  return { name: name.trim(), from: sites(from), to: sites(to), ...Object.fromEntries(given) };
}
