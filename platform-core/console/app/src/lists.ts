import { nextTick } from 'vue';

/** A list that scrolls must be reachable by keyboard, which Element Plus leaves out; then it needs a role as well. */
export function focusable(selector: string, role?: string): void {
  for (const list of document.querySelectorAll<HTMLElement>(selector)) {
    list.tabIndex = 0;
    if (role) list.setAttribute('role', role);
  }
}

/** For a select's visible-change: its drop-down list. */
export async function reachable(open: boolean): Promise<void> {
  if (!open) return;
  await nextTick();
  focusable('.el-select-dropdown__wrap');
}
