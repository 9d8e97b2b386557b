import type { Column } from '../../api';
import { t, type Key } from '../../texts';

/** Where the standard lets a site have columns of its own; without `below` on the first level. */
export interface Place {
  below?: string;
  atMost: number;
  taken: number;
  types: string[];
  basis: { source: string; mark: string };
}

/** What the standard leaves to a site. */
export interface OwnColumns {
  version: string;
  items: Column[];
  places: Place[];
  clocks: string[];
}

/** A column with what the list shows of it. */
export interface Row extends Column {
  depth: number;
  own: boolean;
  first: boolean;
  last: boolean;
}

/** The columns in their order; each knows whether it is the site's own and whether it can go up or down. */
export function rows(columns: readonly Column[], own: readonly Column[]): Row[] {
  const mine = new Set(own.map(({ key }) => key));
  const siblings = (parent?: string) => columns.filter((each) => each.parent === parent);
  return columns.map((column) => {
    const beside = siblings(column.parent);
    return {
      ...column,
      depth: column.parent ? 1 : 0,
      own: mine.has(column.key),
      first: beside[0] === column,
      last: beside.at(-1) === column,
    };
  });
}

/** The places that have room; that of the column itself always has. */
export const open = (places: readonly Place[], column?: Column) =>
  places.filter((place) => place.taken < place.atMost || (column && (column.parent ?? '') === (place.below ?? '')));

/** A period such as P14D in words. */
export function period(clock: string | undefined): string {
  const [, count, unit] = /^P(\d+)([DMY])$/.exec(clock ?? '') ?? [];
  return count && unit ? t(`period.${unit}` as Key, { count }) : (clock ?? t('columns.no-clock'));
}
