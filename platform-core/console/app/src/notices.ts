import { ElMessage, ElMessageBox } from 'element-plus';
import { isProblem } from './http';
import { t } from './texts';

const BELOW_BAR = 64;

/** Tells the person that something is done. */
export function done(message: string): void {
  ElMessage.closeAll();
  ElMessage({ type: 'success', message, duration: 4000, showClose: true, offset: BELOW_BAR });
}

/** Shows what the server refused, in its own words. Anything else is a bug and goes on to the console. */
export function refused(thrown: unknown): void {
  ElMessage.closeAll();
  ElMessage({ type: 'error', message: sentence(thrown), duration: 8000, showClose: true, offset: BELOW_BAR });
  if (!isProblem(thrown)) throw thrown;
}

/** The sentence for people; it says how long to wait where the server said so and its own words do not. */
export function sentence(thrown: unknown): string {
  if (!isProblem(thrown)) return t('problem.bug');
  const { title, detail, retryAfter, errors } = thrown;
  const wait = retryAfter && !title.includes(String(retryAfter)) ? t('problem.wait', { seconds: retryAfter }) : '';
  return [title, detail, wait, ...(errors ?? []).map((each) => each.title)].filter(Boolean).join(' ');
}

/** Asks before something happens that others see; answers whether to go on. */
export async function agreed(title: string, whatWillHappen: string, act: string, dangerous = false): Promise<boolean> {
  try {
    await ElMessageBox.confirm(whatWillHappen, title, {
      confirmButtonText: act,
      cancelButtonText: t('action.cancel'),
      confirmButtonClass: dangerous ? 'el-button--danger' : '',
      type: dangerous ? 'warning' : '',
      autofocus: !dangerous,
    });
    return true;
  } catch {
    return false;
  }
}

/** Asks for a reason, which is kept with the act; answers undefined where the person thinks better of it. */
export async function reasonFor(title: string, whatWillHappen: string, act: string): Promise<string | undefined> {
  try {
    const { value } = await ElMessageBox.prompt(whatWillHappen, title, {
      confirmButtonText: act,
      cancelButtonText: t('action.cancel'),
      confirmButtonClass: 'el-button--danger',
      inputPlaceholder: t('action.reason'),
      inputValidator: (typed: string) => !!typed?.trim() || t('action.reason-missing'),
    });
    return value.trim();
  } catch {
    return undefined;
  }
}
