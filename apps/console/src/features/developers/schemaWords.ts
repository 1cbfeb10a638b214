/** What a schema allows, in a few words beside its name. */
import { lastOf, type Schema } from './apiModel';

export function typeWords(schema: Schema): string {
  if (schema.$ref !== undefined) return lastOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices !== undefined) {
    return [...new Set(choices.map(typeWords))].join(schema.allOf ? ' & ' : ' | ');
  }
  if (schema.type === 'array') return `${typeWords(schema.items ?? {})}[]`;
  return [schema.type ?? 'anything', ...boundWords(schema)].join(', ');
}

function boundWords({ format, minimum, maximum, maxLength }: Schema): string[] {
  return [
    format,
    minimum === undefined ? undefined : `from ${minimum}`,
    maximum === undefined ? undefined : `to ${maximum}`,
    maxLength === undefined ? undefined : `at most ${maxLength} characters`,
  ].filter((word) => word !== undefined);
}

/** Named parts that stand inside it and have to be shown with it. */
export function innerOf(schema: Schema): Schema | undefined {
  if (schema.properties !== undefined) return schema;
  return schema.type === 'array' && schema.items?.properties !== undefined
    ? schema.items
    : undefined;
}
