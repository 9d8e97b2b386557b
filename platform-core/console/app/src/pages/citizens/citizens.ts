/** A citizen as staff sees one: what identifies the person is masked by the server. */
export interface Citizen {
  id: number | string;
  mobile: string;
  name: string;
  disabled: boolean;
  /** Closed by the person; nothing of it can be changed. */
  closed?: boolean;
  /** The assurance level of the name: whether it was checked against an identity document. */
  realName: boolean;
  created?: string;
}

// GB 11643: seventeen digits weighted, the last character checks them modulo 11.
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Whether an identity number can be one at all; whose it is only the check at the authority says. */
export function isIdNumber(typed: string): boolean {
  if (!/^\d{17}[\dX]$/.test(typed)) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(typed[place]), 0);
  return CHECKS[sum % 11] === typed[17];
}

/** A mobile number of the mainland. */
export const isMobile = (typed: string) => /^1[3-9]\d{9}$/.test(typed);
