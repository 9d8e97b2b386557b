import { computed, reactive, ref } from 'vue';
import type { Article, Draft, Problem, PublishWhen } from '../../api';
import { local, wire } from '../../formats';
import { call, idempotencyKey, isProblem } from '../../http';
import { t } from '../../texts';

export const FIELDS = ['title', 'column', 'source', 'author', 'published', 'documentNumber', 'indexNumber', 'subjectClass', 'contentClass', 'body'] as const;
/** The server checks the same, but names one field at a time. */
const REQUIRED: Field[] = ['title', 'column', 'source', 'body'];
export type Field = (typeof FIELDS)[number];
/** What the linter calls the fields. */
const LINTED: Record<string, Field> = {
  'tag:ArticleTitle': 'title',
  'tag:ContentSource': 'source',
  'tag:PubDate': 'published',
  date: 'published',
  'document-number': 'documentNumber',
  'index-number': 'indexNumber',
  'subject-class': 'subjectClass',
};

/** One article at the desk: what is stored, what is typed, and what stands between the two. */
export function editing(site: string) {
  const stored = ref<Article>();
  const form = reactive<Record<Field, string>>(Object.fromEntries(FIELDS.map((field) => [field, ''])) as Record<Field, string>);
  const errors = reactive<Partial<Record<Field, string>>>({});
  form.contentClass = 'B';
  const clean = ref(snapshot());
  const changed = computed(() => snapshot() !== clean.value);
  // Repeating a creation whose answer was lost must not create a second article.
  const creation = idempotencyKey();

  function snapshot(): string {
    return JSON.stringify(FIELDS.map((field) => form[field] || ''));
  }

  /** Shows what the server has; the form is then unchanged. */
  function show(article: Article): void {
    stored.value = article;
    for (const field of FIELDS) form[field] = article[field] ?? '';
    form.contentClass ||= 'B';
    form.published = article.published ? local(article.published) : '';
    markClean();
  }

  function markClean(): void {
    clean.value = snapshot();
  }

  async function open(id: string): Promise<void> {
    show(await call<Article>('GET', `/articles/${id}`));
  }

  /** Saves what is typed; a refusal that names a field is also put beside it. */
  async function save(): Promise<Article> {
    for (const field of FIELDS) delete errors[field];
    const missing = REQUIRED.filter((field) => !form[field].trim());
    for (const field of missing) errors[field] = t('articles.required');
    if (missing.length) throw { status: 0, code: 'fields_missing', title: t('articles.incomplete') } satisfies Problem;
    try {
      const article = stored.value;
      const saved = article
        ? await call<Article>('PUT', `/articles/${article.id}`, { body: { ...draft(), version: article.version } })
        : await call<Article>('POST', `/sites/${site}/articles`, { body: draft(), idempotencyKey: creation });
      show(saved);
      return saved;
    } catch (thrown) {
      if (isProblem(thrown)) pointAt(thrown);
      throw thrown;
    }
  }

  function pointAt({ field, title, errors: several }: Problem): void {
    const name = FIELDS.find((known) => known === field);
    if (name) errors[name] = title;
    for (const each of several ?? []) {
      // what is found in a text is named after it, such as body:按装
      const place = LINTED[each.field] ?? FIELDS.find((known) => each.field.startsWith(`${known}:`));
      if (place) errors[place] = each.title;
    }
  }

  function draft(): Draft {
    const { published, ...rest } = form;
    // the time that readers saw is not changed any more
    if (stored.value?.state === 'published' || stored.value?.state === 'withdrawn') return rest;
    return published ? { ...rest, published: wire(published) } : rest;
  }

  /** A step of the stored article; a refusal that names fields is also put beside them. */
  async function step(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<void> {
    try {
      show(await call<Article>(method, `/articles/${stored.value!.id}/${path}`, body ? { body } : {}));
    } catch (thrown) {
      if (isProblem(thrown)) pointAt(thrown);
      throw thrown;
    }
  }

  /** Saves what changed and submits it to its reviews. */
  async function submit(publishWhen: PublishWhen, at?: string): Promise<void> {
    if (changed.value || !stored.value) await save();
    await step('POST', 'submission', { version: stored.value!.version, publish: publishWhen, at: at && wire(at) });
  }

  const recall = () => step('DELETE', 'submission');
  const publish = () => step('POST', 'publication');
  const withdraw = (reason: string) => step('POST', 'withdrawal', { reason });
  const approve = (number: number) => step('POST', 'review', { decision: 'approve', number });
  const giveBack = (number: number, remark: string) => step('POST', 'review', { decision: 'return', number, remark });

  const restore = (number: number) => step('POST', 'versions', { number, version: stored.value!.version });

  const mask = () => step('POST', 'masking', { version: stored.value!.version });

  const discard = () => step('DELETE', `correction?version=${stored.value!.version}`);

  /** After a conflict: what somebody else stored meanwhile. */
  const theirs = () => call<Article>('GET', `/articles/${stored.value!.id}`);

  /** After a conflict: saves what was chosen of both, on top of what somebody else stored meanwhile. */
  async function merge(newer: Article, chosen: Partial<Record<Field, string>>): Promise<Article> {
    stored.value = newer;
    Object.assign(form, chosen);
    return save();
  }

  return { stored, form, errors, changed, show, open, save, submit, recall, publish, withdraw, approve, giveBack, restore, mask, discard, theirs, merge, markClean };
}
