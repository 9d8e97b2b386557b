import type { Column } from '../../api';

/** Those columns that a refusal names by their keys, in the order of the site. */
export function homeless(columns: readonly Column[], words: string): Column[] {
  const named = new Set(words.match(/[a-z0-9][a-z0-9-]*/gi));
  return columns.filter(({ key }) => named.has(key));
}
