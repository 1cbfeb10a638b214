/** A contract's JSON Schema as rows to read: one field each, with what is allowed in words. */
import type { JsonSchema } from '@trove/contracts';

export interface ContractRow {
  /** As `data.lat`. */
  readonly path: string;
  readonly isRequired: boolean;
  readonly allowed: string;
}

export function contractRows(schema: JsonSchema, prefix = ''): ContractRow[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]): ContractRow[] => {
    const path = `${prefix}${name}`;
    const row = { path, isRequired: required.has(name), allowed: wordsOf(field) };
    return field.properties === undefined ? [row] : [row, ...contractRows(field, `${path}.`)];
  });
}

/** The row a failing path speaks of: itself, or the nearest field that holds it. */
export function rowOfPath(rows: readonly ContractRow[], path: string): string | undefined {
  const steps = path.split('.');
  for (let length = steps.length; length > 0; length -= 1) {
    const start = steps.slice(0, length).join('.');
    if (rows.some((row) => row.path === start)) return start;
  }
  return undefined;
}

function wordsOf(field: JsonSchema): string {
  if (field['const'] !== undefined) return `exactly ${JSON.stringify(field['const'])}`;
  const choices = field['enum'];
  if (Array.isArray(choices)) return `one of ${choices.map((one) => String(one)).join(', ')}`;
  if (field.properties !== undefined) {
    const isStrict = field['additionalProperties'] === false;
    return isStrict ? 'an object with the fields below and no others' : 'an object';
  }
  if (field.type === 'number' || field.type === 'integer') {
    const kind = field.type === 'integer' ? 'a whole number' : 'a number';
    return kind + span(field['minimum'], field['maximum'], 'from');
  }
  if (field.type === 'string') {
    const length = span(field['minLength'], field['maxLength'], 'of');
    const words = `text${length === '' ? '' : `${length} characters`}`;
    const { pattern } = field;
    return typeof pattern === 'string' ? `${words} that matches ${pattern}` : words;
  }
  return field.type ?? 'anything';
}

function span(least: unknown, most: unknown, word: string): string {
  if (typeof least === 'number' && typeof most === 'number') return ` ${word} ${least} to ${most}`;
  if (typeof most === 'number') return ` ${word} at most ${most}`;
  return typeof least === 'number' ? ` ${word} at least ${least}` : '';
}
