/** Plain tables for people: text to the left, numbers to the right. */
export type Cell = string | number;

/** Rows as lines of aligned columns. Numbers get thousands separated by commas. */
export function textTable(rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => row.map(textOf));
  const widths: number[] = [];
  for (const row of texts) {
    for (const [column, text] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, text.length);
    }
  }
  const line = (row: readonly Cell[], index: number) =>
    row.map((cell, column) => align(cell, texts[index]?.[column] ?? '', widths[column] ?? 0));
  return rows.map((row, index) => `  ${line(row, index).join('  ').trimEnd()}`).join('\n');
}

function textOf(cell: Cell): string {
  return typeof cell === 'number' ? cell.toLocaleString('en-GB') : cell;
}

function align(cell: Cell, text: string, width: number): string {
  return typeof cell === 'number' ? text.padStart(width) : text.padEnd(width);
}
