import { ref, shallowRef } from 'vue';
import type { Page } from './api';
import { call, type Query } from './http';
import { refused } from './notices';

const LIMIT = 50;

/** A list that is read page by page, with filters; an answer to a question that was asked anew meanwhile is dropped. */
export function paged<T>(path: string | (() => string), query: () => Query) {
  const items = shallowRef<T[]>([]);
  const next = ref<string>();
  const loading = ref(false);
  let turn = 0;

  async function read(after?: string): Promise<void> {
    const mine = ++turn;
    loading.value = true;
    try {
      const page = await call<Page<T>>('GET', typeof path === 'string' ? path : path(), { query: { ...query(), limit: LIMIT, after } });
      if (mine !== turn) return;
      items.value = after ? [...items.value, ...page.items] : page.items;
      next.value = page.next;
    } catch (thrown) {
      if (mine === turn) refused(thrown);
    } finally {
      if (mine === turn) loading.value = false;
    }
  }

  return { items, next, loading, load: () => read(), more: () => read(next.value) };
}
