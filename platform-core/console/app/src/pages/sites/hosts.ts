/**
 * The address that opens a site under its own host name with the sign-in that this browser has here: the site sends the
 * browser here for it and takes it back. Nothing where this page is on that host already.
 */
export function signedIn(host: string, here: Pick<Location, 'protocol' | 'hostname' | 'port'> = window.location): string | undefined {
  if (host === here.hostname) return undefined;
  return `${here.protocol}//${host}${here.port && ':' + here.port}/api/v1/session/departure?return=/`;
}
