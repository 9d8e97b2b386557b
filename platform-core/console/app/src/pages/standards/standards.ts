import { t, type Key } from '../../texts';
import { period } from '../columns/columns';

/** A version of the column standard; `sites` have it. */
export interface Standard {
  version: string;
  title: string;
  since: string;
  current: boolean;
  sites: number;
}

export type Kind = 'missing' | 'local' | 'extra' | 'superseded' | 'renamed' | 'moved' | 'reordered' | 'wrong_type' | 'wrong_clock';

/** One way in which a site's columns differ from a version; only own columns that it allows need no mending. */
export interface Deviation {
  kind: Kind;
  key: string;
  words: string;
  basis: { source: string; mark: string };
}

/** How far one site is from a version. */
export interface Drift {
  site: string;
  name: string;
  has: string;
  version: string;
  open: number;
  deviations: Deviation[];
}

/** The same in numbers. */
export interface DriftLine {
  site: string;
  name: string;
  has: string;
  open: number;
  kinds: Partial<Record<Kind, number>>;
}

/** One step of a migration. */
export interface Step {
  kind: 'add' | 'retire' | 'rename' | 'move' | 'retype' | 'reclock' | 'merge' | 'split';
  key: string;
  column?: { key: string; name: string };
  from?: string;
  to?: string;
  newKey?: string;
}

/** What a migration did, or would do. */
export interface Migration {
  site: string;
  from: string;
  to: string;
  dryRun: boolean;
  steps: Step[];
}

/** What a step does, in words. */
export function stepWords(step: Step, name: (key: string) => string): string {
  const column = step.column?.name ?? (step.kind === 'rename' ? (step.from ?? step.key) : name(step.key));
  const value = (given?: string) =>
    step.kind === 'reclock' ? period(given) : step.kind === 'move' ? (given ? name(given) : t('columns.first-level')) : step.kind === 'merge' || step.kind === 'split' ? name(given ?? '') : (given ?? '');
  const same = step.kind === 'move' && step.from === step.to ? 'reorder' : step.kind;
  return t(`standard-step.${same}` as Key, { column, from: value(step.from), to: value(step.to) });
}
