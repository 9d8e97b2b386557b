export type WordKind = 'sensitive' | 'doubtful' | 'typo';

export interface Word {
  word: string;
  kind: WordKind;
  better?: string;
}

/** What is typed for each kind: a word on each line, a typo with an arrow before what is meant. */
export type Typed = Record<WordKind, string>;

export const KINDS: readonly WordKind[] = ['sensitive', 'doubtful', 'typo'];

export function lines(items: readonly Word[]): Typed {
  const of = (kind: WordKind) =>
    items
      .filter((item) => item.kind === kind)
      .map(({ word, better }) => (better ? `${word}→${better}` : word))
      .join('\n');
  return { sensitive: of('sensitive'), doubtful: of('doubtful'), typo: of('typo') };
}

export function words(typed: Typed): Word[] {
  return KINDS.flatMap((kind) =>
    typed[kind]
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => {
        if (kind !== 'typo') return { word: line, kind };
        const [word = '', better] = line.split(/→|->/).map((part) => part.trim());
        return { word, kind, better };
      }),
  );
}
