import type { Grant, Scope } from './identity';
import { t } from './texts';

/** What a scope still needs before it can be sent. */
export function missingIn(scope: Scope): 'site' | 'organisation' | 'column' | undefined {
  if ((scope.kind === 'site' || scope.kind === 'column') && !scope.site) return 'site';
  if (scope.kind === 'organisation' && !scope.organisation) return 'organisation';
  if (scope.kind === 'column' && !scope.column) return 'column';
  return undefined;
}

/** The scope without what was chosen before for another kind. */
export function tidy({ kind, site, organisation, column }: Scope): Scope {
  if (kind === 'site') return { kind, site };
  if (kind === 'organisation') return { kind, organisation };
  if (kind === 'column') return { kind, site, column };
  return { kind };
}

/** Where a grant holds, in words. */
export function scopeWords({ scope, organisationName }: Pick<Grant, 'scope' | 'organisationName'>, siteName: (code: string) => string): string {
  switch (scope.kind) {
    case 'everywhere':
      return t('scope.everywhere');
    case 'site':
      return t('scope.site-words', { site: siteName(scope.site ?? '') });
    case 'organisation':
      return t('scope.organisation-words', { organisation: organisationName ?? scope.organisation ?? '' });
    case 'column':
      return t('scope.column-words', { site: siteName(scope.site ?? ''), column: scope.column ?? '' });
  }
}
