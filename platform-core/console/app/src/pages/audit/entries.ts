import { wire } from '../../formats';
import type { Query } from '../../http';

export const OUTCOMES = ['DONE', 'DENIED', 'FAILED'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const OUTCOME_TAGS = { DONE: 'success', DENIED: 'danger', FAILED: 'warning' } as const;

/** One entry of the audit chain. */
export interface Entry {
  seq: number;
  time: string;
  actor: string;
  actorName?: string;
  behalf?: string;
  action: string;
  outcome: Outcome;
  site?: string;
  object: string;
  channel: string;
  address: string;
  detail: string;
  /** The digest that the next entry builds on. */
  hash?: string;
}

export interface Action {
  id: string;
  title: string;
}

/** The end of the chain as the platform signed it. Its fields are for the tool that verifies it offline. */
export type Head = Record<string, string | number>;

export interface Fault {
  /** The number of the first entry concerned, and of the last where there are several. */
  seq: number;
  until?: number;
  kind: string;
  words: string;
}

export interface Verdict {
  sound: boolean;
  entries: number;
  from: number | string;
  until: number | string;
  faults: Fault[];
  head?: Head;
}

/** What is looked for; times on the province's wall clock. */
export interface Filters {
  from: string;
  until: string;
  actor: string;
  action: string;
  site: string;
  object: string;
  outcome: string;
}

export const noFilters = (): Filters => ({ from: '', until: '', actor: '', action: '', site: '', object: '', outcome: '' });

/** As the server takes them; the same for the list and for its export. */
export function query({ from, until, actor, object, ...rest }: Filters): Query {
  return { ...rest, from: from && wire(from), until: until && wire(until), actor: actor.trim(), object: object.trim() };
}
