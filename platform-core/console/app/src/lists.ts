import { nextTick } from 'vue';

/** For a select's visible-change: a drop-down list that scrolls must be reachable by keyboard, which Element Plus leaves out. */
export async function reachable(open: boolean): Promise<void> {
  if (!open) return;
  await nextTick();
  for (const list of document.querySelectorAll<HTMLElement>('.el-select-dropdown__wrap')) list.tabIndex = 0;
}
