/** What is wrong with a user name of staff, if anything. The platform refuses the same. */
export function nameFault(name: string): 'missing' | 'invalid' | undefined {
  if (!name) return 'missing';
  return /^[a-z][a-z0-9.-]{2,31}$/.test(name) ? undefined : 'invalid';
}

/** What of a person may be corrected. */
export interface Facts {
  displayName: string;
  organisation?: number;
}

/** Only what is new, as the server takes it; 0 is no organisation. */
export function changeOf(before: Facts, typed: Facts): Partial<Facts> {
  const displayName = typed.displayName.trim();
  return {
    ...(displayName !== before.displayName && { displayName }),
    ...(typed.organisation !== before.organisation && { organisation: typed.organisation ?? 0 }),
  };
}
