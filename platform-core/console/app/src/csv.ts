/** What a spreadsheet would take for a formula; such a cell gets an apostrophe before it. */
const FORMULA = /^[\s]*[=+\-@\t\r|%]/;
const NEEDS_QUOTES = /[",\r\n]/;

function cell(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value);
  const plain = FORMULA.test(value ?? '') ? `'${value}` : (value ?? '');
  return NEEDS_QUOTES.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A table as CSV that spreadsheets read as UTF-8 and do not calculate with. */
export function csv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return '\ufeff' + rows.map((row) => row.map(cell).join(',') + '\r\n').join('');
}
