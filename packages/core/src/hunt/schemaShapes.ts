/** What the schema of hunt files knows at a path: the shapes of a block, the words of a value. */
import { huntJsonSchema, type JsonSchema } from '@trove/contracts';
import type { HuntPath } from './huntFault.js';

/** The value at a path of parsed YAML, or nothing. */
export function valueAt(value: unknown, path: HuntPath): unknown {
  return path.reduce<unknown>((part, step) => {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, step)) return undefined;
    return (part as Record<string | number, unknown>)[step];
  }, value);
}

/** Made once, when the first mistake asks for it. */
let schema: JsonSchema | undefined;

/** The required and optional keys of each shape the schema knows at this path. */
export function shapesAt(path: HuntPath, value?: unknown): readonly (readonly string[])[] {
  return schemasAt(path, value).map(({ properties }) => Object.keys(properties ?? {}));
}

/** The words that the schema lists for a value at this path, beside other texts it may be. */
export function choicesAt(path: HuntPath): readonly string[] {
  const lists = schemasAt(path).map((one) => one['enum']);
  return lists.flatMap((list) => (Array.isArray(list) ? list.map(String) : []));
}

function schemasAt(path: HuntPath, value?: unknown): readonly JsonSchema[] {
  schema ??= huntJsonSchema();
  let schemas: readonly JsonSchema[] = [schema];
  let here = value;
  for (const step of path) {
    here = valueAt(here, [step]);
    schemas = schemas.flatMap(({ items, properties }) => {
      const next = typeof step === 'number' ? items : properties?.[step];
      return next === undefined ? [] : branchesOf(next, here);
    });
  }
  return schemas;
}

/** The shapes that may stand here: of those told apart by a word, the one whose word is there. */
function branchesOf(next: JsonSchema, here: unknown): readonly JsonSchema[] {
  if (next.oneOf === undefined) return next.anyOf ?? [next];
  const meant = next.oneOf.filter(({ properties = {} }) => {
    const words = Object.entries(properties).filter(([, word]) => word['const'] !== undefined);
    return words.every(([name, word]) => word['const'] === valueAt(here, [name]));
  });
  return meant.length > 0 ? meant : next.oneOf;
}
