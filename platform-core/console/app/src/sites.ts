import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { Site } from './api';
import { all, call } from './http';

/** All sites of the platform, read once, page by page; thousands fit easily and every search is then immediate. */
export const useSites = defineStore('sites', () => {
  const list = shallowRef<Site[]>([]);
  const loading = ref(false);
  const byCode = computed(() => new Map(list.value.map((site) => [site.code, site])));
  const children = computed(() => {
    const below = new Map<string, Site[]>();
    for (const site of list.value) {
      const parent = site.parent && byCode.value.has(site.parent) ? site.parent : '';
      const siblings = below.get(parent);
      if (siblings) siblings.push(site);
      else below.set(parent, [site]);
    }
    return below;
  });

  async function load(): Promise<void> {
    if (loading.value) return;
    loading.value = true;
    const fresh: Site[] = [];
    try {
      await all<Site>('/sites', {}, (items) => {
        fresh.push(...items);
        if (fresh.length > list.value.length) list.value = [...fresh];
      });
      list.value = fresh;
    } finally {
      loading.value = false;
    }
  }

  /** Reads one again after it made a step, or for the first time. */
  async function renew(code: string): Promise<void> {
    const fresh = await call<Site>('GET', `/sites/${code}`);
    const others = list.value.filter((site) => site.code !== code);
    list.value = [...others, fresh].sort((one, other) => one.code.localeCompare(other.code));
  }

  const name = (code: string) => byCode.value.get(code)?.name ?? code;

  /** The sites at or below one of the roots. */
  function within(roots: readonly string[]): Site[] {
    const tops = new Set(roots);
    return list.value.filter((site) => isWithin(site.code, tops));
  }

  function isWithin(code: string, tops: ReadonlySet<string>): boolean {
    return path(code).some((at) => tops.has(at));
  }

  /** The site and those above it, the nearest first; a circle in the data ends the way instead of the page. */
  function path(code: string): string[] {
    const way: string[] = [];
    for (let at: string | undefined = code; at && !way.includes(at); at = byCode.value.get(at)?.parent) way.push(at);
    return way;
  }

  return { list, loading, byCode, children, load, renew, name, within, isWithin, path };
});

/** Whether a site answers to what somebody typed: a part of its name, its region or its code. */
export function matches(site: Site, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return [site.name, site.regionName, site.code, site.region].some((text) => text.toLowerCase().includes(wanted));
}
