import type { StoredFile } from '../../api';
import { dayIn } from '../../life';

/** Kinds of evidence, in the order in which they are offered; the server says what they are called. */
export type Kind = 'incident' | 'visits' | 'guide' | 'no-service' | 'no-channel' | 'letter' | 'dead-link' | 'count' | 'nothing';

export interface Named {
  id: string;
  title: string;
}

/** What can be recorded, as the inspection rules have it. */
export interface EvidenceRules {
  kinds: (Named & { id: Kind })[];
  sorts: Named[];
  elements: Named[];
  items: Named[];
  subjects: Named[];
  visitDays: number;
  visitsMoreThan: number;
}

/** What somebody observed on a site. */
export interface Evidence {
  id: number;
  kind: Kind;
  title: string;
  day: string;
  words: string;
  says: string;
  /** The last day on which it counts; none where it counts until it is taken back. */
  until?: string;
  document?: StoredFile;
  by: string;
  at: string;
  takenBack?: { by: string; at: string; reason: string };
}

export interface Visits {
  day: string;
  total: number;
  slow: number;
}

/** What is typed. */
export interface Wish {
  kind: Kind;
  day: string;
  words: string;
  documents: number[];
  sort: string;
  handledInTime: boolean;
  days: Visits[];
  name: string;
  lacking: string[];
  address: string;
  home: boolean;
  item: string;
  count: number;
  about: string;
}

/** Nothing is typed yet: today. */
export const wish = (): Wish => ({
  kind: 'nothing',
  day: dayIn(0),
  words: '',
  documents: [],
  sort: '',
  handledInTime: false,
  days: [],
  name: '',
  lacking: [],
  address: '',
  home: false,
  item: '',
  count: 0,
  about: '',
});

const FACTS = {
  incident: ['sort', 'handledInTime'],
  visits: ['days'],
  guide: ['name', 'lacking'],
  'no-service': [],
  'no-channel': [],
  letter: ['name'],
  'dead-link': ['address', 'home'],
  count: ['item', 'count'],
  nothing: ['about'],
} as const satisfies Record<Kind, readonly (keyof Wish)[]>;

/** What is sent: the facts of the kind alone, whatever was typed for another one before. */
export function body(typed: Wish) {
  const facts = Object.fromEntries(FACTS[typed.kind].map((fact: keyof Wish) => [fact, typed[fact]]));
  return { kind: typed.kind, day: typed.day, words: typed.words.trim() || undefined, document: typed.documents[0], facts };
}

/** Whether a fact belongs to the kind. */
export const has = (kind: Kind, fact: keyof Wish): boolean => (FACTS[kind] as readonly (keyof Wish)[]).includes(fact);

/** The days of a measurement that ends on this one, the oldest first; what was typed for a day stays. */
export function daysUntil(last: string, count: number, typed: readonly Visits[] = []): Visits[] {
  if (!last) return [];
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.parse(last) - (count - 1 - i) * 86_400_000).toISOString().slice(0, 10);
    return typed.find((each) => each.day === day) ?? { day, total: 0, slow: 0 };
  });
}
