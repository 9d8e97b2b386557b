import type { Locale } from './texts';

/** The shapes of accounts, roles, grants and organisations on REST. */

export type ScopeKind = 'everywhere' | 'site' | 'organisation' | 'column';

/** Where a grant holds: at a site, organisation or column and at whatever is below. */
export interface Scope {
  kind: ScopeKind;
  site?: string;
  /** Its number. */
  organisation?: number;
  column?: string;
}

export interface Grant {
  id: string | number;
  user?: string;
  group?: string;
  role: string;
  roleTitle?: string;
  scope: Scope;
  organisationName?: string;
  from?: string;
  until?: string;
  reason?: string;
  by?: string;
  at?: string;
  handedOverFrom?: string;
  inForce: boolean;
}

export const ACCOUNT_STATES = ['active', 'disabled', 'locked', 'dormant'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export interface Account {
  username: string;
  displayName: string;
  organisation?: number;
  organisationName?: string;
  state: AccountState;
  lastSignIn?: string;
  source: 'local' | 'ldap' | 'oidc';
  secondFactor?: boolean;
  grants: Grant[];
  groups: string[];
  /** Only in the answer to the making of the account, where the platform chose it. */
  password?: string;
}

export interface Group {
  id: string;
  title: string;
  members?: string[];
}

export interface Role {
  id: string;
  title: string;
  /** In each language. */
  titles?: Record<Locale, string>;
  builtIn: boolean;
  office: boolean;
  permissions: string[];
}

export interface Organisation {
  id: number;
  code: string;
  name: string;
  parent?: number;
  site?: string;
}

export const STATE_TAGS = { active: 'success', disabled: 'info', locked: 'danger', dormant: 'warning' } as const;
