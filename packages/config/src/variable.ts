/**
 * How one environment variable is described: its schema and the sentence that
 * stands in `.env.example` and in the message when it is missing or wrong.
 */
import { z } from 'zod';

/** What the registry keeps about a variable, beside its schema. */
export interface VariableNotes {
  /** One sentence for operators, with the unit where there is one. */
  readonly means: string;
  /** What `.env.example` shows after the equals sign; empty when there is no sensible value. */
  readonly example?: string;
  /** A secret never appears in a message, and in production must not start with `dev-`. */
  readonly secret?: boolean;
}

/** Several variables by name, as apps compose them in their own env.ts. */
export type EnvShape = Readonly<Record<string, z.ZodType>>;

const notes = z.registry<VariableNotes>();

/** Describes a variable; the schema sees the raw text, or undefined when it is unset or empty. */
export function variable<T extends z.ZodType>(schema: T, about: VariableNotes): T {
  notes.add(schema, about);
  return schema;
}

/** A secret of at least 32 characters, for signing. */
export function secret(means: string): z.ZodString {
  return variable(z.string().min(32), { means, secret: true });
}

/** The notes of a variable; a schema made without `variable` has none. */
export function notesOf(schema: z.ZodType): VariableNotes | undefined {
  return notes.get(schema);
}
