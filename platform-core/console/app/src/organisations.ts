import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { all, call, type Query } from './http';
import type { Account, Organisation } from './identity';

/** Organisations that were seen so far, so that a number can be shown by its name. */
export const useOrganisations = defineStore('organisations', () => {
  const known = shallowRef(new Map<number, Pick<Organisation, 'id' | 'name'>>());

  /** Reads a part of them: those below one, or those that answer to what was typed. */
  async function find(query: { parent?: number; q?: string }): Promise<Organisation[]> {
    const items = query.q ? await some(query) : await all<Organisation>('/organisations', query);
    remember(items);
    return items;
  }

  /** Whoever searches types more instead of reading on. */
  async function some(query: Query): Promise<Organisation[]> {
    return (await call<{ items: Organisation[] }>('GET', '/organisations', { query: { ...query, limit: 50 } })).items;
  }

  function remember(seen: readonly Pick<Organisation, 'id' | 'name'>[]): void {
    known.value = new Map([...known.value, ...seen.map((each) => [each.id, each] as const)]);
  }

  /** Those that people belong to. */
  function rememberOf(people: readonly Account[]): void {
    remember(people.flatMap(({ organisation: id, organisationName }) => (id && organisationName ? [{ id, name: organisationName }] : [])));
  }

  const name = (id: number) => known.value.get(id)?.name ?? String(id);

  return { find, remember, rememberOf, name };
});
