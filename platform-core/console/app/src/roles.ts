import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { call } from './http';
import type { Role } from './identity';

/** The roles of the platform. */
export const useRoles = defineStore('roles', () => {
  const list = shallowRef<Role[]>([]);

  async function load(): Promise<void> {
    list.value = (await call<{ items: Role[] }>('GET', '/roles')).items;
  }

  const title = (id: string) => list.value.find((role) => role.id === id)?.title ?? id;

  return { list, load, title };
});
