/** What an inspection of a site came to. */
export interface Inspection {
  site: string;
  name: string;
  on: string;
  at: string;
  rules: string;
  verdict: Verdict;
  vetoes: string[];
  /** The most and the least that the score can be. */
  score: number;
  least: number;
  /** The veto that comes first if nothing is published; 0 days where it applies already. */
  first?: { kind: string; title: string; on: string; days: number };
}

export type Verdict = 'failed' | 'undecided' | 'passed';

export const VERDICTS = { failed: 'danger', undecided: 'warning', passed: 'success' } as const satisfies Record<Verdict, string>;

export interface Veto {
  kind: string;
  title: string;
  state: 'hit' | 'clear' | 'unknown';
  basis?: { source?: string; mark?: string };
  evidence: { kind: string; id: string; name: string; last?: string; words: string }[];
}

export interface Standing {
  key: string;
  name: string;
  clock?: string;
  state: 'blank' | 'stale' | 'unknown' | 'fresh' | 'untimed';
  last?: string;
  staleOn?: string;
  daysLeft?: number;
}

export interface ScoreItem {
  id: string;
  title: string;
  count?: number;
  points: number;
  known: boolean;
}

export interface Detail {
  inspection: Inspection;
  vetoes: Veto[];
  score: { total: number; least: number; items: ScoreItem[] };
  columns: Standing[];
}

export const STANDINGS = { blank: 'danger', stale: 'danger', unknown: 'warning', fresh: 'success', untimed: 'info' } as const satisfies Record<Standing['state'], string>;

/** A score that is not known whole is said as the span it lies in. */
export const span = ({ score, least }: Pick<Inspection, 'score' | 'least'>) => (least < score ? `${least}–${score}` : String(score));

/** How pressing a number of days is. */
export const urgency = (days: number): 'danger' | 'warning' | 'info' => (days <= 0 ? 'danger' : days <= 14 ? 'warning' : 'info');
