import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Offering } from './api';
import { call } from './http';

/** What the catalog offers. */
export const useOfferings = defineStore('offerings', () => {
  const list = shallowRef<Offering[]>([]);

  async function load(): Promise<void> {
    list.value = (await call<{ items: Offering[] }>('GET', '/offerings')).items;
  }

  function title(plugin: string): string {
    return list.value.find((offering) => offering.plugin === plugin)?.title ?? plugin;
  }

  return { list, load, title };
});
