/** What is wrong with a user name of staff, if anything. The platform refuses the same. */
export function nameFault(name: string): 'missing' | 'invalid' | undefined {
  if (!name) return 'missing';
  return /^[a-z][a-z0-9.-]{2,31}$/.test(name) ? undefined : 'invalid';
}
