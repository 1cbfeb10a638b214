/**
 * Turns raw environment text into a frozen, typed object, or into a list of
 * what is wrong. It never puts a value into a message: values may be secrets.
 */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { type EnvShape, notesOf } from './variable.js';

/** `process.env`, or a record in its place. */
export type EnvSource = Readonly<Record<string, string | undefined>>;

export type EnvOf<S extends EnvShape> = { readonly [K in keyof S]: z.output<S[K]> };

/** One variable that keeps the process from starting. */
export interface EnvMistake {
  readonly name: string;
  readonly wrong: string;
}

export type ParsedEnv<S extends EnvShape> =
  | { readonly ok: true; readonly env: EnvOf<S> }
  | { readonly ok: false; readonly mistakes: readonly EnvMistake[] };

interface RawValue {
  readonly text?: string;
  readonly wrong?: string;
}

/**
 * Reads each variable of the shape. An empty value counts as unset. A variable
 * `X` that is unset is read from the file that `X_FILE` names, if that is set.
 */
export function parseEnv<S extends EnvShape>(shape: S, source: EnvSource): ParsedEnv<S> {
  const mistakes: EnvMistake[] = [];
  const env: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(shape)) {
    const raw = rawValue(name, source);
    const wrong = raw.wrong ?? secretMistake(schema, raw, source);
    const parsed = schema.safeParse(raw.text);
    if (wrong !== undefined) mistakes.push({ name, wrong });
    else if (!parsed.success) mistakes.push({ name, wrong: mistakeOf(schema, raw) });
    else env[name] = parsed.data;
  }
  if (mistakes.length > 0) return { ok: false, mistakes };
  return { ok: true, env: Object.freeze(env) as EnvOf<S> };
}

function rawValue(name: string, source: EnvSource): RawValue {
  const text = source[name];
  if (text !== undefined && text !== '') return { text };
  const file = source[`${name}_FILE`];
  if (file === undefined || file === '') return {};
  try {
    return { text: readFileSync(file, 'utf8').trim() };
  } catch {
    return { wrong: `the file that ${name}_FILE names cannot be read` };
  }
}

function secretMistake(schema: z.ZodType, raw: RawValue, source: EnvSource): string | undefined {
  if (notesOf(schema)?.secret !== true || raw.text?.startsWith('dev-') !== true) return undefined;
  if (source['NODE_ENV'] !== 'production') return undefined;
  if (source['TROVE_ALLOW_DEV_SECRETS'] === '1') return undefined;
  return 'is a development secret (dev-…), which production refuses';
}

function mistakeOf(schema: z.ZodType, raw: RawValue): string {
  const means = notesOf(schema)?.means ?? '';
  return `${raw.text === undefined ? 'is missing' : 'has a wrong value'}. ${means}`.trim();
}
