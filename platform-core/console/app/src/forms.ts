import { nextTick, reactive, ref, watch } from 'vue';
import { isProblem } from './http';
import { sentence } from './notices';

/**
 * A form that is sent to the server: what is wrong stands beside its field, anything else above the form.
 *
 * @param blamed the field that a refusal is about which names none, by the refusal's code
 * @param typed what the fields hold; what is wrong with one is forgotten as soon as it changes
 */
export function useForm<Field extends string>(
  fields: readonly Field[],
  blamed: Record<string, Field> = {},
  typed: () => Partial<Record<Field, unknown>> = () => ({}),
) {
  const errors = reactive<Partial<Record<string, string>>>({});
  const failure = ref('');
  const busy = ref(false);

  for (const field of fields) watch(() => typed()[field], () => delete errors[field], { deep: true });

  function clear(): void {
    failure.value = '';
    for (const field of fields) delete errors[field];
  }

  /**
   * Sends it unless one of the checks has something to say.
   *
   * @param checks the sentence beside each field that is wrong; nothing where it is right
   * @returns whether it went through
   */
  async function send(checks: Partial<Record<Field, string | false | undefined>>, action: () => Promise<unknown>): Promise<boolean> {
    clear();
    for (const field of fields) if (checks[field]) errors[field] = checks[field] as string;
    if (Object.keys(errors).length === 0) {
      busy.value = true;
      try {
        await action();
        return true;
      } catch (thrown) {
        place(thrown);
      } finally {
        busy.value = false;
      }
    }
    await nextTick();
    document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    return false;
  }

  function place(thrown: unknown): void {
    const field = isProblem(thrown) ? fields.find((each) => each === (thrown.field ?? blamed[thrown.code])) : undefined;
    if (field) errors[field] = sentence(thrown);
    else failure.value = sentence(thrown);
    if (!isProblem(thrown)) console.error(thrown);
  }

  return reactive({ errors, failure, busy, clear, send });
}
