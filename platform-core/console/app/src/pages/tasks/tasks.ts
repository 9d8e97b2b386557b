import { onBeforeUnmount } from 'vue';
import type { Task, TaskState } from '../../api';
import { t, type Key } from '../../texts';

export const TASK_TAGS = { waiting: 'info', running: 'primary', done: 'success', failed: 'danger', cancelled: 'warning' } as const satisfies Record<TaskState, string>;

/** What became of one item. */
export interface Line {
  position: number;
  item: string;
  outcome: string;
  code?: string;
  words: string;
}

export const isOver = (state: TaskState) => state === 'done' || state === 'failed' || state === 'cancelled';

/** The task's kind and number; a kind of a newer platform shows under its own name. */
export const taskTitle = ({ kind, id }: Task) => `${known('task-kind', kind)} #${id}`;

/** A word of the server in the person's language, or itself where this console does not know it. */
export function known(family: string, word: string): string {
  const key = `${family}.${word}`;
  const words = t(key as Key);
  return words === key ? word : words;
}

/** How far it is, in percent; nothing where that is not known yet. */
export function percent({ done, total, state }: Pick<Task, 'done' | 'total' | 'state'>): number | undefined {
  if (state === 'done') return 100;
  return total ? Math.min(100, Math.floor((done / total) * 100)) : undefined;
}

const EVERY = 1_000;
const SELDOM = 60_000;

/** How long to wait before asking again: a second where somebody looks, ever longer where nobody does. */
export const pauseAfter = (last: number, hidden: boolean) => (hidden ? Math.min(SELDOM, Math.max(EVERY, last) * 2) : EVERY);

/**
 * Asks again and again until the answer is the last one; at once when the page is looked at again.
 *
 * @param ask answers whether to go on
 * @returns ends it
 */
export function follow(ask: () => Promise<boolean>): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let pause = EVERY;
  let ended = false;
  let asking = false;

  async function turn(): Promise<void> {
    clearTimeout(timer);
    if (asking || ended) return;
    asking = true;
    const goOn = await ask();
    asking = false;
    if (!goOn) stop();
    if (ended) return;
    pause = pauseAfter(pause, document.hidden);
    timer = setTimeout(() => void turn(), pause);
  }

  const seen = () => !document.hidden && void turn();
  function stop(): void {
    ended = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', seen);
  }

  document.addEventListener('visibilitychange', seen);
  void turn();
  return stop;
}

/** {@link follow} for a page: begins anew with each call, and ends with the page. */
export function following(ask: () => Promise<boolean>): () => void {
  let stop = () => {};
  onBeforeUnmount(() => stop());
  return () => {
    stop();
    stop = follow(ask);
  };
}
