/** The shapes of the REST interface; docs/rest-api.md describes them. */

export interface Page<T> {
  items: T[];
  next?: string;
}

/** A refusal, as application/problem+json carries it. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail?: string;
  field?: string;
  /** Seconds to wait; from the header Retry-After where the document does not say. */
  retryAfter?: number;
  /** All that is wrong, where it is several things. */
  errors?: { code: string; title: string; field: string; source: string }[];
}

/** The permissions of the core. A plugin brings its own; those the console never asks for by name. */
export const RIGHTS = [
  'site.register',
  'site.apply',
  'site.approve',
  'site.open',
  'site.manage',
  'site.close',
  'standard.manage',
  'inspection.run',
  'search.manage',
  'publication.manage',
  'article.words',
  'article.write',
  'article.review',
  'article.review-second',
  'article.review-final',
  'article.publish',
  'article.push',
  'channel.manage',
  'catalog.order',
  'catalog.approve',
  'catalog.suspend',
  'plugin.manage',
  'identity.manage',
  'identity.grant',
  'identity.role',
  'citizen.manage',
  'citizen.verify',
  'audit.read',
  'audit.export',
  'audit.verify',
  'audit.defer',
] as const;

export type Right = (typeof RIGHTS)[number];

/** What must be done before anything else. */
export type Duty = 'password' | 'secondFactor';

export interface Session {
  kind?: 'staff' | 'citizen';
  username: string;
  displayName: string;
  csrfToken: string;
  expires: string;
  roots: string[];
  permissions: string[];
  duties?: Duty[];
  /** Whether an authenticator is set up. */
  secondFactor?: boolean;
  /** Offices that nobody holds yet and whose permissions this person therefore has. */
  offices?: string[];
}

export type Level = 'province' | 'prefecture' | 'county';

export interface Site {
  code: string;
  name: string;
  level: Level;
  region: string;
  regionName: string;
  parent?: string;
  state: SiteState;
  colour: string;
  plugins?: string[];
  url: string;
  kind?: SiteKind;
  /** The last day of a temporary closure, or of the notice of the closure. */
  until?: string;
  /** The site that takes over the content. */
  movedTo?: string;
}

export type SiteKind = 'portal' | 'department';

export type SiteState = 'applied' | 'rejected' | 'preparing' | 'live' | 'temporarily_closed' | 'merging' | 'closing' | 'closed';

/** An attachment or a picture of an article. */
export interface ArticleFile {
  name: string;
  fileName: string;
  type: string;
  size: number;
  width?: number;
  height?: number;
  smaller: number[];
  url: string;
}

/** What was handed in. */
export interface StoredFile {
  id: number;
  name: string;
  type: string;
  size: number;
}

export type TaskState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** Long work. `total` is 0 before it is known. */
export interface Task {
  id: number;
  kind: string;
  site?: string;
  state: TaskState;
  done: number;
  total: number;
  by: string;
  at: string;
  ended?: string;
  code?: string;
  words?: string;
}

/** A file that is kept for a site: handed in for an import, or made as a package. */
export interface Archive {
  id: number;
  name: string;
  size: number;
  sha256: string;
  by: string;
  at: string;
}

export interface Column {
  key: string;
  name: string;
  parent?: string;
  type?: string;
  description?: string;
  keywords?: string;
  /** How often it is to be updated, such as P14D. */
  clock?: string;
  /** Its place among its siblings, from 1. */
  position?: number;
}

export interface Draft {
  title: string;
  source: string;
  author: string;
  body: string;
  column: string;
  published?: string;
  documentNumber?: string;
  indexNumber?: string;
  subjectClass?: string;
  contentClass?: string;
}

/** What the linter found on an article. */
export interface Found {
  rule: string;
  severity: 'error' | 'warning' | 'hint';
  field: string;
  words: string;
  suggestion?: string;
  source: string;
}

export type ArticleState = 'draft' | 'in_review' | 'approved' | 'published' | 'withdrawn';

/** Who may read an article that is not public. */
export const ARTICLE_READERS = ['article.write', 'article.review', 'article.review-second', 'article.review-final', 'article.publish'] as const;

export type PublishWhen = 'at_once' | 'at' | 'by_hand';

/** What happened to a text. */
export interface ReviewNote {
  number: number;
  stage?: number;
  decision: 'submitted' | 'approved' | 'returned' | 'recalled' | 'published' | 'held' | 'withdrawn' | 'discarded';
  by: string;
  at: string;
  remark?: string;
}

export interface ReviewStage {
  number: number;
  title: string;
  permission: Right;
  site: string;
  passed?: ReviewNote;
  current: boolean;
  /** Whether this person may make it now. */
  open: boolean;
}

/** Where an article is on its route. */
export interface Review {
  number: number;
  stages: ReviewStage[];
  publish?: PublishWhen;
  at?: string;
  history: ReviewNote[];
  takenOver?: string;
}

/** A text that an article had. */
export interface Version {
  number: number;
  by: string;
  at: string;
  note?: string;
  shown: boolean;
  title: string;
}

export interface DifferencePiece {
  text: string;
  changed: boolean;
}

/** A line of two versions beside each other. */
export interface DifferenceLine {
  field: string;
  kind: 'same' | 'changed' | 'added' | 'removed';
  old: DifferencePiece[];
  now: DifferencePiece[];
}

export interface Differences {
  from: number;
  to: number;
  lines: DifferenceLine[];
}

/** A text that waits for this person. */
export interface WaitingReview {
  id: number;
  owner: string;
  title: string;
  column: string;
  contentClass: string;
  correction: boolean;
  stage: number;
  stageTitle: string;
  submittedBy: string;
  submittedAt: string;
}

/** In lists the body is left out. */
export interface Article extends Draft {
  id: number;
  owner: string;
  state: ArticleState;
  /** Of a published one: where the corrected text stands that readers do not see yet. */
  correction?: ArticleState;
  version: number;
  url: string;
  /** After publishing: what is worth mending all the same. */
  findings?: Found[];
}

/** Whether an official document is in force. */
export type Force = 'in_force' | 'repealed' | 'expired';

/** An article that interprets another, or is interpreted. */
export interface Related {
  id: number;
  title: string;
  /** Whether readers see it. */
  published: boolean;
  url: string;
}

/** What readers must know of an official document beside its text. */
export interface DocumentFacts {
  standing?: { force: Force; since: string; basis: string };
  interprets: Related[];
  interpretedBy: Related[];
}

export interface Push {
  id: number;
  article: number;
  subtree: string;
  placed: number;
  present: number;
  waiting: number;
  leftOut: number;
  by: string;
  at: string;
}

/** What becomes of a site by a push. */
export interface PushTarget {
  site: string;
  name: string;
  column: string;
  outcome: 'placed' | 'present' | 'waiting' | 'left_out';
  words: string;
}

export interface PushPlan {
  placed: number;
  present: number;
  waiting: number;
  leftOut: number;
  items: PushTarget[];
}

/** An article that waits for a site's consent. */
export interface Received {
  article: number;
  title: string;
  owner: string;
  column: string;
  push: number;
  by: string;
  since: string;
}

export interface Plan {
  id: string;
  title: string;
  prices: Partial<Record<Level, number>>;
}

export type OfferingState = 'installed' | 'active' | 'incompatible' | 'missing';

/** A plugin whose bundle is gone or unreadable has neither title nor plans. */
export interface Offering {
  plugin: string;
  version?: string;
  title?: string;
  description?: string;
  functionPoints?: string[];
  plans?: Plan[];
  state: OfferingState;
  fault?: string;
  enrolments: number;
  responsibility?: { party: string; duties: string }[];
  data?: { personal: boolean; retention?: string; text?: string };
}

export type OrderState = 'ordered' | 'approved' | 'rejected';

export interface Order {
  id: number;
  site: string;
  plugin: string;
  plan: string;
  price: number;
  state: OrderState;
  orderedBy: string;
  orderedAt: string;
  decidedBy?: string;
  decidedAt?: string;
}

export type EnrolmentState = 'enabled' | 'suspended';

export interface Enrolment {
  site: string;
  plugin: string;
  plan: string;
  state: EnrolmentState;
  order: number;
  since: string;
}

/** A page that a plugin contributes to the console. */
export interface PluginPage {
  plugin: string;
  title: string;
  module: string;
}
