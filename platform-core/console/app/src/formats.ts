import { locale } from './texts';

const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** `YYYY-MM-DD HH:mm` of the province, wherever the reader sits. */
export function dateTime(moment: string | undefined): string {
  return moment ? local(moment).slice(0, 16) : '—';
}

/** The wall clock of the province, `YYYY-MM-DD HH:mm:ss`, as the date picker wants it. */
export function local(moment: string): string {
  const part = Object.fromEntries(PARTS.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}:${part.second}`;
}

/** The other way round: RFC 3339 with the province's offset. */
export function wire(wallClock: string): string {
  return wallClock.replace(' ', 'T') + '+08:00';
}

/** Yuan without cents, as prices are. */
export function yuan(amount: number): string {
  return '¥' + new Intl.NumberFormat(locale.value, { maximumFractionDigits: 2 }).format(amount);
}

/** The size of a file. */
export function size(bytes: number): string {
  const [amount, unit] = bytes < 1024 ? [bytes, 'B'] : bytes < 1024 ** 2 ? [bytes / 1024, 'KB'] : [bytes / 1024 ** 2, 'MB'];
  return `${new Intl.NumberFormat(locale.value, { maximumFractionDigits: 1 }).format(amount)} ${unit}`;
}
