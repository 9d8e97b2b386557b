import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { call } from './http';
import { locale } from './texts';

/** A permission that the core or a plugin declares. */
export interface Permission {
  id: string;
  title: string;
  owner: string;
}

/** What can be granted, in the words of whoever declares it. */
export const usePermissions = defineStore('permissions', () => {
  const list = shallowRef<Permission[]>([]);
  const titles = computed(() => new Map(list.value.map(({ id, title }) => [id, title])));
  let language = '';

  /** Reads them once for each language; without an answer the names themselves have to do. */
  async function load(): Promise<void> {
    if (language === locale.value) return;
    language = locale.value;
    await call<{ items: Permission[] }>('GET', '/permissions').then(
      ({ items }) => (list.value = items),
      () => (language = ''),
    );
  }

  const title = (id: string) => titles.value.get(id) ?? id;

  return { list, load, title };
});

/** Permissions by who declares them: the core first, each plugin after it. */
export function byOwner(permissions: readonly Permission[]): { owner: string; permissions: Permission[] }[] {
  const owners = new Map<string, Permission[]>();
  for (const each of permissions) owners.set(each.owner, [...(owners.get(each.owner) ?? []), each]);
  return [...owners]
    .map(([owner, own]) => ({ owner, permissions: own }))
    .sort((one, other) => Number(other.owner === CORE) - Number(one.owner === CORE));
}

export const CORE = 'core';
