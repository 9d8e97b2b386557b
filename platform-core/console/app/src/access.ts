import type { RouteMeta } from 'vue-router';
import type { Right } from './api';
import type { Key } from './texts';

declare module 'vue-router' {
  /** Each page says who may open it: `open`, `signedIn` or `permission`; exactly one of them. */
  interface RouteMeta {
    title?: Key;
    /** Everybody. */
    open?: true;
    /** Whoever is signed in. */
    signedIn?: true;
    /** Whoever holds this permission, or one of these. */
    permission?: Right | readonly Right[];
    /** It is about the current site: the permission must be held there, and without a site there is nothing to show. */
    here?: true;
  }
}

/** What somebody may do: on the current site, and on any site at all. */
export interface Rights {
  may: (right: Right) => boolean;
  mayAnywhere: (right: Right) => boolean;
}

/** Whether the page may be opened; `person` is undefined for whoever is not signed in. A page that does not say is closed. */
export function allowed(meta: RouteMeta, person: Rights | undefined): boolean {
  if (meta.open) return true;
  if (!person) return false;
  if (meta.signedIn) return true;
  return anyOf(meta.permission).some(meta.here ? person.may : person.mayAnywhere);
}

function anyOf(permission: RouteMeta['permission']): readonly Right[] {
  if (permission === undefined) return [];
  return typeof permission === 'string' ? [permission] : permission;
}
