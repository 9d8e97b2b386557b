import type { Right, Site, SiteState, StoredFile } from './api';

/** The states of a site in the order of its life, each with the colour of its tag. */
export const SITE_STATES = {
  applied: 'warning',
  rejected: 'info',
  preparing: 'primary',
  live: 'success',
  temporarily_closed: 'warning',
  merging: 'warning',
  closing: 'danger',
  closed: 'info',
} as const satisfies Record<SiteState, string>;

export type StepKind =
  | 'register' | 'apply' | 'approve' | 'reject' | 'file' | 'open' | 'close_temporarily'
  | 'reopen' | 'merge' | 'content_moved' | 'keep' | 'close' | 'move';

/** A step that was made. */
export interface Step {
  id: number;
  kind: StepKind;
  state: SiteState;
  /** The site of the level whose office made it. */
  level?: string;
  /** Empty where the platform did it. */
  by: string;
  at: string;
  reason: string;
  documents: StoredFile[];
  facts: Record<string, string>;
}

export interface Filing {
  sponsor?: string;
  contact?: string;
  icp?: string;
  police?: string;
  emblem?: string;
  testedOn?: string;
  testedBy?: string;
  testPassed?: boolean;
}

/** What a site has not filed yet; the platform says which of it is needed to open. */
export function missing(filing: Filing): ('sponsor' | 'contact' | 'icp' | 'police' | 'emblem' | 'test')[] {
  const lacking = (['sponsor', 'contact', 'icp', 'police', 'emblem'] as const).filter((field) => !filing[field]);
  return filing.testedOn && filing.testPassed ? lacking : [...lacking, 'test'];
}

/** The round of approvals that a site is in: the levels above it agree one after the other, the nearest first. */
export interface Round {
  levels: { site: string; step?: Step }[];
  /** The level whose turn it is. */
  turn?: string;
  /** What stands in the way of this person whatever they hold. */
  hindrance?: 'own' | 'approved' | 'moving';
}

/**
 * The round that is going on; nothing where there is none.
 *
 * @param steps all steps of the site, oldest first
 * @param above the sites above it, the nearest first
 * @param me who looks at it
 */
export function round(state: SiteState, steps: readonly Step[], above: readonly string[], me: string): Round | undefined {
  if (state !== 'applied' && state !== 'merging') return undefined;
  const asks: StepKind = state === 'applied' ? 'apply' : 'merge';
  const from = steps.map(({ kind }) => kind).lastIndexOf(asks);
  const since = steps.slice(Math.max(0, from));
  const given = since.filter(({ kind }) => kind === 'approve');
  const levels = above.map((site) => ({ site, step: given.find(({ level }) => level === site) }));
  const found: Round = { levels, turn: levels.find(({ step }) => !step)?.site };
  if (state === 'merging' && !since.some(({ kind }) => kind === 'content_moved')) found.hindrance = 'moving';
  else if (since[0]?.by === me) found.hindrance = 'own';
  else if (given.some(({ by }) => by === me)) found.hindrance = 'approved';
  return found;
}

/** What a step asks for, and where. */
const RIGHTS: Partial<Record<StepKind, Right>> = {
  apply: 'site.apply',
  approve: 'site.approve',
  reject: 'site.approve',
  file: 'site.manage',
  move: 'site.manage',
  open: 'site.open',
  close_temporarily: 'site.close',
  reopen: 'site.close',
  merge: 'site.close',
  keep: 'site.close',
  close: 'site.close',
};

/**
 * Which of the next steps somebody may make.
 *
 * @param next what can be done by anybody
 * @param here what the person may on the site
 * @param atTurn what the person may on the site of the level whose turn it is
 */
export function open(next: readonly StepKind[], going: Round | undefined, here: ReadonlySet<string>, atTurn: ReadonlySet<string>): StepKind[] {
  return next.filter((kind) => {
    const right = RIGHTS[kind];
    if (!right) return false;
    if (right === 'site.approve') return !going?.hindrance && atTurn.has(right);
    return here.has(right);
  });
}

/** What the dialog of a step holds. */
export interface Wish {
  reason: string;
  documents: number[];
  until: string;
  unforeseen: boolean;
  parent: string;
}

const PLACES: Partial<Record<StepKind, [method: string, path: string]>> = {
  approve: ['POST', 'approvals'],
  reject: ['POST', 'rejections'],
  open: ['POST', 'opening'],
  close_temporarily: ['PUT', 'temporary-closure'],
  reopen: ['DELETE', 'temporary-closure'],
  keep: ['DELETE', 'merger'],
  close: ['POST', 'closure'],
  move: ['PUT', 'parent'],
};

/** Whether documents can be handed in with a step. */
export const takesDocuments = (kind: StepKind) => PLACES[kind]?.[0] !== 'DELETE';

/** The request that makes a step. */
export function request(site: string, kind: StepKind, { reason, documents, until, unforeseen, parent }: Wish) {
  const [method, place] = PLACES[kind]!;
  const path = `/sites/${site}/${place}`;
  if (!takesDocuments(kind)) return { method, path, send: { query: { reason } } };
  const more = kind === 'close_temporarily' ? { until, unforeseen } : kind === 'move' ? { parent } : {};
  return { method, path, send: { body: { reason, documents, ...more } } };
}

/** What a list of sites is narrowed by; empty is all. */
export interface Sought {
  q: string;
  state: string;
  kind: string;
  level: string;
}

/** Whether a site is of the state, kind and level looked for. */
export function isOf(site: Site, { state, kind, level }: Sought): boolean {
  return (!state || site.state === state) && (!kind || (site.kind ?? 'portal') === kind) && (!level || site.level === level);
}

/** How many sites stand in each state; states without any are left out. */
export function countsByState(sites: readonly Site[]): { state: SiteState; count: number }[] {
  const counts = new Map<SiteState, number>();
  for (const { state } of sites) counts.set(state, (counts.get(state) ?? 0) + 1);
  return (Object.keys(SITE_STATES) as SiteState[]).flatMap((state) => (counts.has(state) ? [{ state, count: counts.get(state)! }] : []));
}

/** The day in so many days from now on the province's calendar, as the server writes it. */
export function dayIn(days: number, now = Date.now()): string {
  return new Date(now + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);
}
