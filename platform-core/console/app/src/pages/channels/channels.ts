/** The shapes of channels and deliveries; docs/rest-api.md describes them. */

export interface Setting {
  key: string;
  title: string;
  secret: boolean;
  required: boolean;
}

export interface ChannelKind {
  id: string;
  title: string;
  settings: Setting[];
}

export interface Fault {
  code: string;
  words: string;
}

export interface Channel {
  id: string;
  kind: string;
  name: string;
  enabled: boolean;
  settings: Record<string, string>;
  /** Which secrets are filled in. */
  secrets: string[];
  waiting: number;
  dead: number;
  fault?: Fault;
}

export const STATES = ['dead', 'waiting', 'sent', 'ended'] as const;
export type DeliveryState = (typeof STATES)[number];

export interface Delivery {
  id: string;
  article: number;
  channel: string;
  site: string;
  step: 'publish' | 'correct' | 'withdraw';
  state: DeliveryState;
  attempts: number;
  next?: string;
  receipt?: string;
  url?: string;
  fault?: Fault;
  changed: string;
}

export const DELIVERY_TAGS: Record<DeliveryState, 'success' | 'warning' | 'danger' | 'info'> = {
  waiting: 'warning',
  sent: 'success',
  dead: 'danger',
  ended: 'info',
};

/** What is sent: all that is open, and of the secrets those that were typed. */
export function filled(settings: Setting[], typed: Record<string, string>): Record<string, string> {
  return Object.fromEntries(settings.map(({ key }) => [key, (typed[key] ?? '').trim()] as const).filter(([, value]) => value));
}

/** Whether something required is missing; a secret that is kept is not. */
export const isMissing = (setting: Setting, typed: Record<string, string>, kept: string[]) =>
  setting.required && !(typed[setting.key] ?? '').trim() && !(setting.secret && kept.includes(setting.key));
