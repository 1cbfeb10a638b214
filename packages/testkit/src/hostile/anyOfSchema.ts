/**
 * Values that a schema of the wire allows, so that what is drawn comes further than the first
 * look. Fields whose names are known get real values as a rule: a hunt that is there, an id of now.
 */
import type { JsonSchema } from '@trove/contracts';
import fc from 'fast-check';

/** Real values, by the name of their field. */
export type Known = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** How often a known field has a real value, to once that it has any the schema allows. */
const REAL = 12;
const MOST_ITEMS = 3;
const MOST_CHARACTERS = 300;
const MOST_NUMBER = 1_000_000;

export function anyOfSchema(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return fc.oneof(...options.map((one) => anyOfSchema(one, known)));
  if (schema['const'] !== undefined) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  switch (schema.type) {
    case 'object':
      return anyObject(schema, known);
    case 'array':
      return anyArray(schema, known);
    case 'string':
      return anyText(schema);
    case 'integer':
      return fc.integer(rangeOf(schema));
    case 'number':
      return fc.double({ ...rangeOf(schema), noNaN: true });
    case 'boolean':
      return fc.boolean();
    default:
      return fc.jsonValue();
  }
}

function anyObject(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const { properties, required = [] } = schema;
  if (properties === undefined) return anyMap(schema, known);
  const fields = Object.entries(properties).map(([name, field]) => {
    const real = known[name];
    const any = anyOfSchema(field, known);
    return [name, real === undefined ? any : fc.oneof({ weight: REAL, arbitrary: real }, any)];
  });
  const model = Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>;
  return fc.record(model, { requiredKeys: [...required] });
}

/** Under keys of any kind, or of a kind. */
function anyMap(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const part = (name: string) => schema[name] as JsonSchema | boolean | undefined;
  const [keys, values] = [part('propertyNames'), part('additionalProperties')];
  const key = typeof keys === 'object' ? anyOfSchema(keys, known).map(String) : fc.string();
  const value = typeof values === 'object' ? anyOfSchema(values, known) : fc.jsonValue();
  return fc.dictionary(key, value, { maxKeys: MOST_ITEMS });
}

function anyArray(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  const minLength = numberOf(schema, 'minItems', 0);
  const maxLength = Math.max(minLength, Math.min(MOST_ITEMS, numberOf(schema, 'maxItems', 3)));
  return fc.array(anyOfSchema(schema.items ?? {}, known), { minLength, maxLength });
}

function anyText(schema: JsonSchema): fc.Arbitrary<string> {
  const minLength = numberOf(schema, 'minLength', 0);
  const most = numberOf(schema, 'maxLength', MOST_CHARACTERS);
  const plain = fc.string({ minLength, maxLength: Math.max(minLength, most) });
  const { pattern } = schema;
  return typeof pattern === 'string' ? (matching(pattern) ?? plain) : plain;
}

/** Undefined where fast-check can't make texts of an expression. */
function matching(pattern: string): fc.Arbitrary<string> | undefined {
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    return undefined;
  }
}

function rangeOf(schema: JsonSchema): { min: number; max: number } {
  const min = Math.max(numberOf(schema, 'minimum', -MOST_NUMBER), -MOST_NUMBER);
  return {
    min,
    max: Math.max(min, Math.min(numberOf(schema, 'maximum', MOST_NUMBER), MOST_NUMBER)),
  };
}

function numberOf(schema: JsonSchema, keyword: string, otherwise: number): number {
  const value = schema[keyword];
  return typeof value === 'number' ? value : otherwise;
}
