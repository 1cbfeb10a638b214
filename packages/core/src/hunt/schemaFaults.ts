/** Tells the schema's complaints in words: what was found at a path, and what may stand there. */
import { type HuntDefinition, huntJsonSchema, type JsonSchema } from '@trove/contracts';
import { closest, meant } from '../rules/closest.js';
import { type HuntFault, type HuntPath, printFound, printPath } from './huntFault.js';
import { HUNT_FILE_LIMITS } from './limits.js';

type Parsed = ReturnType<(typeof HuntDefinition)['safeParse']>;
type Issue = NonNullable<Parsed['error']>['issues'][number];

const MOST = HUNT_FILE_LIMITS.mistakes;

/** The faults behind these issues, as many as are told; `value` is what was parsed. */
export function schemaFaults(issues: readonly Issue[], value: unknown): readonly HuntFault[] {
  const faults = issues.slice(0, MOST).flatMap((issue) => faultsOf(issue, [], value));
  const meant = new Set(
    faults.flatMap((fault) => (fault.isKey ? [printPath(meantPath(fault))] : [])),
  );
  // A mistyped key is one mistake, though the right one is missing as well.
  return faults.filter(({ path, found }) => found !== 'nothing' || !meant.has(printPath(path)));
}

/** The path an unknown key would have if it were written as it was probably meant. */
function meantPath({ path, suggestion = '' }: HuntFault): HuntPath {
  return [...path.slice(0, -1), suggestion];
}

function faultsOf(issue: Issue, base: HuntPath, value: unknown): readonly HuntFault[] {
  const path = [...base, ...issue.path] as HuntPath;
  const found = printFound(valueAt(value, path));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, MOST).map((key) => unknownKey(key, path, value));
    case 'invalid_union': {
      const choices = choicesOf(issue, path);
      if (choices.length > 0) return [wrongValue(choices, path, valueAt(value, path))];
      return unionFaults(issue.errors, path, value);
    }
    case 'invalid_format': {
      const choices = choicesAt(path);
      if (choices.length === 0) return [notRight(path, found, issue.message)];
      return [wrongValue([...choices, issue.message], path, valueAt(value, path))];
    }
    case 'invalid_value':
      return [wrongValue(issue.values.map(String), path, valueAt(value, path))];
    case 'invalid_type':
      return [wrongType(issue.expected, path, value)];
    case 'too_small':
      return [outOfBounds(issue.origin, `at least ${issue.minimum}`, { path, found })];
    case 'too_big':
      return [outOfBounds(issue.origin, `at most ${issue.maximum}`, { path, found })];
    case 'invalid_key': {
      const allowed = issue.issues[0]?.message ?? issue.message;
      const key = String(path.at(-1));
      return [{ path, isKey: true, found: key, allowed, message: `"${key}" is not a right name.` }];
    }
    default:
      return [notRight(path, found, issue.message)];
  }
}

function notRight(path: HuntPath, found: string, allowed: string): HuntFault {
  return { path, found, allowed, message: `${nameOf(path)} is not right.` };
}

/** The words that a word may be which says or is one of several shapes. */
function choicesOf(issue: Issue & { code: 'invalid_union' }, path: HuntPath): readonly string[] {
  const options: unknown = 'options' in issue ? issue.options : undefined;
  return Array.isArray(options) ? options.map(String) : choicesAt(path);
}

/** The value at a path of parsed YAML, or nothing. */
export function valueAt(value: unknown, path: HuntPath): unknown {
  return path.reduce<unknown>((part, step) => {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, step)) return undefined;
    return (part as Record<string | number, unknown>)[step];
  }, value);
}

function nameOf(path: HuntPath): string {
  const names = path.filter((step) => typeof step === 'string');
  return names.length === 0 ? 'The file' : `"${names.at(-1)}"`;
}

function unknownKey(key: string, path: HuntPath, value: unknown): HuntFault {
  const known = keysAt(path, key, value);
  const { near, hint } = meant(key, known);
  return {
    path: [...path, key],
    isKey: true,
    found: key,
    allowed: known.join(', '),
    message: `There is no "${key}" here.${hint}`,
    suggestion: near,
  };
}

function wrongValue(values: readonly string[], path: HuntPath, value: unknown): HuntFault {
  const allowed = values.join(', ');
  if (value === undefined) {
    return { path, found: 'nothing', allowed, message: `${nameOf(path)} is missing.` };
  }
  const { near, hint } = meant(typeof value === 'string' ? value : '', values);
  const message = `${nameOf(path)} is not one of the known values.${hint}`;
  return { path, found: printFound(value), allowed, message, suggestion: near };
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'a block of keys',
  array: 'a list',
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
};

function wrongType(expected: string, path: HuntPath, root: unknown): HuntFault {
  const value = valueAt(root, path);
  const allowed = TYPES[expected] ?? expected;
  if (value === undefined) {
    return { path, found: 'nothing', allowed, message: `${nameOf(path)} is missing.` };
  }
  const isBare = expected === 'string' && ['number', 'boolean'].includes(typeof value);
  const hint = isBare ? ' Write it in quotes.' : '';
  const message = `${nameOf(path)} must be ${allowed}.${hint}`;
  const suggestion = isBare ? `"${String(value)}"` : undefined;
  return { path, found: printFound(value), allowed, message, suggestion };
}

const COUNTED: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };

function outOfBounds(
  origin: string,
  bound: string,
  { path, found }: { path: HuntPath; found: string },
): HuntFault {
  const allowed = bound + (COUNTED[origin] ?? '');
  return { path, found, allowed, message: `${nameOf(path)} must be ${allowed}.` };
}

/**
 * Of several shapes, the one meant is the one whose keys are there; its own mistakes are told.
 * When none is, all are named.
 */
function unionFaults(
  branches: readonly (readonly Issue[])[],
  path: HuntPath,
  value: unknown,
): readonly HuntFault[] {
  const here = valueAt(value, path);
  const isMissing = (issue: Issue) => valueAt(here, issue.path as HuntPath) === undefined;
  const meant = branches.find(
    (issues) => !issues.some((issue) => issue.path.length < 2 && isAlien(issue, isMissing)),
  );
  if (meant !== undefined && typeof here === 'object') {
    return meant.flatMap((issue) => faultsOf(issue, path, value));
  }
  const shapes = shapesAt(path).map((keys) => `{ ${keys.join(', ')} }`);
  const allowed = shapes.join(' or ');
  const message = `${nameOf(path)} has none of the known shapes.`;
  return [{ path, found: printFound(here), allowed, message }];
}

/** A key that is missing or unknown: a sign that this branch was not the one meant. */
function isAlien(issue: Issue, isMissing: (issue: Issue) => boolean): boolean {
  return issue.code === 'unrecognized_keys' || (issue.code === 'invalid_type' && isMissing(issue));
}

/** The keys that may stand at a path; among several shapes, those of the likeliest. */
function keysAt(path: HuntPath, key: string, value: unknown): readonly string[] {
  const shapes = shapesAt(path, value);
  const near = shapes.find((keys) => closest(key, keys) !== undefined);
  return near ?? shapes.flat();
}

/** Made once, when the first mistake asks for it. */
let schema: JsonSchema | undefined;

/** The required and optional keys of each shape the schema knows at this path. */
function shapesAt(path: HuntPath, value?: unknown): readonly (readonly string[])[] {
  return schemasAt(path, value).map(({ properties }) => Object.keys(properties ?? {}));
}

/** The words that the schema lists for a value at this path, beside other texts it may be. */
function choicesAt(path: HuntPath): readonly string[] {
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
