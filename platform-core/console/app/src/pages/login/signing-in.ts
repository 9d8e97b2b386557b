import { reactive, ref } from 'vue';
import type { Problem } from '../../api';
import { isProblem } from '../../http';
import { sentence } from '../../notices';
import type { Credentials } from '../../session';
import { t } from '../../texts';

/** First the password; then, where the account has an authenticator, its code or one of the recovery codes. */
export type Step = 'password' | 'code' | 'recovery';
export type Field = 'username' | 'password' | 'totp' | 'recoveryCode';

const ASKED: Record<Step, readonly Field[]> = { password: ['username', 'password'], code: ['totp'], recovery: ['recoveryCode'] };

/** The way through the steps. `submit` sends what was typed and throws what the server refuses. */
export function signingIn(submit: (credentials: Credentials) => Promise<void>) {
  const form = reactive<Record<Field, string>>({ username: '', password: '', totp: '', recoveryCode: '' });
  const errors = reactive<Partial<Record<Field, string>>>({});
  const step = ref<Step>('password');
  const failure = ref('');
  const busy = ref(false);
  const wait = ref(0);

  function clear(): void {
    failure.value = '';
    for (const field of Object.keys(errors) as Field[]) delete errors[field];
  }

  /** Goes to another step; a code that was typed is forgotten, and the password too on the way back. */
  function turn(to: Step): void {
    clear();
    form.totp = form.recoveryCode = '';
    if (to === 'password') form.password = '';
    step.value = to;
  }

  /** Sends this step; answers whether the person is signed in now. */
  async function proceed(): Promise<boolean> {
    clear();
    form.totp = digits(form.totp);
    for (const field of ASKED[step.value]) if (!filled(field)) errors[field] = t(`login.${field}-missing`);
    if (Object.keys(errors).length || busy.value) return false;
    busy.value = true;
    try {
      await submit(credentials());
      return true;
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown;
      answer(thrown);
      return false;
    } finally {
      busy.value = false;
    }
  }

  function filled(field: Field): boolean {
    return field === 'totp' ? form.totp.length === 6 : field === 'password' ? form.password !== '' : form[field].trim() !== '';
  }

  function credentials(): Credentials {
    const { username, password, totp, recoveryCode } = form;
    const second = step.value === 'code' ? { totp } : step.value === 'recovery' ? { recoveryCode: recoveryCode.trim() } : {};
    return { username: username.trim(), password, ...second };
  }

  function answer(problem: Problem): void {
    if (problem.code === 'second_factor_missing') return turn('code');
    if (problem.code === 'wrong_second_factor') {
      const [field] = ASKED[step.value];
      form[field!] = '';
      errors[field!] = sentence(problem);
      return;
    }
    // Codes wear out with each attempt; whatever else is wrong, the way begins again at the password.
    if (problem.status === 401 || problem.status === 429) turn('password');
    if (problem.retryAfter) wait.value = problem.retryAfter;
    else if (ASKED[step.value].includes(problem.field as Field)) errors[problem.field as Field] = sentence(problem);
    else failure.value = sentence(problem);
  }

  /** A second of the wait is over. */
  function tick(): void {
    wait.value = Math.max(0, wait.value - 1);
  }

  return { form, errors, step, failure, busy, wait, turn, proceed, tick };
}

/** Six digits however they were typed: in groups, or in the full width of a Chinese input method. */
export function digits(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/g, '');
}

/** Where to go after signing in: an address of the console, never another site's. */
export function destination(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/';
}
