/** What the form of a mapping holds: texts as they are typed, one selector or pattern a line. */
export interface Typed {
  address: string;
  columns: { from: string; to: string }[];
  title: string;
  time: string;
  timeFormats: string;
  source: string;
  author: string;
  body: string;
  remove: string;
  pages: string;
  skip: string;
}

export const LISTS = ['title', 'time', 'body', 'source', 'author', 'remove', 'skip', 'pages', 'timeFormats'] as const;

export const empty = (): Typed => ({
  address: '', columns: [{ from: '', to: '' }], title: '', time: '', timeFormats: '', source: '', author: '', body: '', remove: '', pages: '', skip: '',
});

const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean);

/** The mapping as the platform takes it; what is empty is left out. Keys that the form does not know stay. */
export function toMapping(typed: Typed, others: Record<string, unknown> = {}): Record<string, unknown> {
  const lists = LISTS.map((key) => [key, lines(typed[key])] as const).filter(([, values]) => values.length);
  const columns = typed.columns.map(({ from, to }) => ({ from: from.trim(), to })).filter(({ from, to }) => from || to);
  return { ...others, ...(typed.address.trim() && { address: typed.address.trim() }), columns, ...Object.fromEntries(lists) };
}

/** The other way round, from a mapping that somebody kept as JSON. */
export function fromMapping(text: string): { typed: Typed; others: Record<string, unknown> } {
  const mapping: unknown = JSON.parse(text);
  if (typeof mapping !== 'object' || mapping === null || Array.isArray(mapping)) throw new SyntaxError('not an object');
  const { address, columns, ...rest } = mapping as Record<string, unknown>;
  const typed = empty();
  const others: Record<string, unknown> = {};
  typed.address = typeof address === 'string' ? address : '';
  if (Array.isArray(columns) && columns.length) {
    typed.columns = (columns as Record<string, unknown>[]).map((rule) => ({ from: String(rule?.from ?? ''), to: String(rule?.to ?? '') }));
  }
  for (const [key, value] of Object.entries(rest)) {
    const known = LISTS.find((each) => each === key);
    if (known) typed[known] = [value].flat().join('\n');
    else others[key] = value;
  }
  return { typed, others };
}
