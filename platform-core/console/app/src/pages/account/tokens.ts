/** An API token; `token` is there only in the answer to its making. */
export interface Token {
  id: string;
  name: string;
  permissions: string[];
  expires: string;
  created: string;
  lastUsed?: string;
  token?: string;
}

export function hasEnded(token: Token, now = Date.now()): boolean {
  return Date.parse(token.expires) <= now;
}

/** The moment so many days from now, RFC 3339. */
export function inDays(days: number, now = Date.now()): string {
  return new Date(now + days * 86_400_000).toISOString();
}
