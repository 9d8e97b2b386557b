/** A group of words that find each other on each line, its words set apart by 、 or commas. */
export function groups(typed: string): string[][] {
  return typed
    .split('\n')
    .map((line) => line.split(/[、，,]/).map((word) => word.trim()).filter(Boolean))
    .filter((group) => group.length);
}

/** The same groups as lines. */
export function lines(all: readonly (readonly string[])[]): string {
  return all.map((group) => group.join('、')).join('\n');
}
