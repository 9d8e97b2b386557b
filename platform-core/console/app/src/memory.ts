/** Small preferences of this browser. Where storage is forbidden they last until the page is closed. */

const PREFIX = 'jutong.';

export function recall<T>(name: string, otherwise: T): T {
  try {
    const stored = localStorage.getItem(PREFIX + name);
    return stored === null ? otherwise : (JSON.parse(stored) as T);
  } catch {
    return otherwise;
  }
}

export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // A preference is not worth an error.
  }
}
