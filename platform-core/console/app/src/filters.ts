/** Filters of a list as texts, empty where nothing is looked for. They live in the address of its page and nowhere else. */

/** Filters from the address of the page, so that a search can be kept and passed on. */
export function fromAddress<T extends object>(none: T, parameters: Record<string, unknown>): T {
  const known = Object.keys(none).filter((name) => typeof parameters[name] === 'string');
  return { ...none, ...Object.fromEntries(known.map((name) => [name, parameters[name]])) };
}

/** The other way round: only what is set. */
export function toAddress(filters: object): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''));
}
