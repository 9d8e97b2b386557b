// GB 32100-2015: 18 characters of this alphabet, the last a check on the others modulo 31.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** What is wrong with a unified social credit code, if anything. */
export function faultOf(code: string): 'missing' | 'shape' | 'check' | undefined {
  if (!code) return 'missing';
  if (code.length !== 18 || [...code].some((each) => !ALPHABET.includes(each))) return 'shape';
  return ALPHABET[checkOf(code)] === code[17] ? undefined : 'check';
}

function checkOf(code: string): number {
  let sum = 0;
  let weight = 1;
  for (const each of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(each) * weight;
    weight = (weight * 3) % 31;
  }
  return (31 - (sum % 31)) % 31;
}

/** As it is stored: no blanks, capitals, half width. */
export const tidyCode = (typed: string) => typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
