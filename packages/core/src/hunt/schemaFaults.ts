/** Tells the schema's complaints in words: what was found at a path, and what may stand there. */
import type { HuntDefinition } from '@trove/contracts';
import { closest, meant } from '../rules/closest.js';
import { type HuntFault, type HuntPath, printFound, printPath } from './huntFault.js';
import { HUNT_FILE_LIMITS } from './limits.js';
import { choicesAt, shapesAt, valueAt } from './schemaShapes.js';
import { wordOfType } from './typeWords.js';
import { isBlock, isShapeOf, meantBranch } from './unionBranches.js';

type Parsed = ReturnType<(typeof HuntDefinition)['safeParse']>;
export type Issue = NonNullable<Parsed['error']>['issues'][number];

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

function nameOf(path: HuntPath): string {
  const names = path.filter((step) => typeof step === 'string');
  return names.length === 0 ? 'The file' : `"${names.at(-1)}"`;
}

function unknownKey(key: string, path: HuntPath, value: unknown): HuntFault {
  const shapes = shapesAt(path, value);
  if (shapes.some((keys) => keys.includes(key))) {
    // Of another shape than the rest.
    const beside = Object.keys(valueAt(value, path) ?? {}).filter((one) => one !== key);
    const known = shapes.find((keys) => !keys.includes(key) && beside.every(isIn(keys))) ?? [];
    return strayKey(key, path, { known, beside });
  }
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

function wrongType(expected: string, path: HuntPath, root: unknown): HuntFault {
  const value = valueAt(root, path);
  const allowed = wordOfType(expected);
  if (root === null) return { path, found: 'nothing', allowed, message: 'The file is empty.' };
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

/** Of several shapes the mistakes of the one meant are told; where none is, all are named. */
function unionFaults(
  branches: readonly (readonly Issue[])[],
  path: HuntPath,
  value: unknown,
): readonly HuntFault[] {
  const here = valueAt(value, path);
  const branch = isBlock(here) ? meantBranch(branches, here) : undefined;
  if (branch === undefined) {
    const allowed = [...plainOf(branches), ...namedShapes(shapesAt(path))].join(' or ');
    const message = `${nameOf(path)} has none of the known shapes.`;
    return [{ path, found: printFound(here), allowed, message }];
  }
  return branch.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys' || issue.path.length > 0) {
      return faultsOf(issue, path, value);
    }
    const known = shapesAt(path).find((keys) => isShapeOf(branch, keys)) ?? [];
    return issue.keys.map((key) => strayKey(key, path, { known, beside: branch.kept }));
  });
}

const isIn = (keys: readonly string[]) => (key: string) => keys.includes(key);

interface Standing {
  /** The keys of the shape that is meant. */
  readonly known: readonly string[];
  /** Its keys that are there. */
  readonly beside: readonly string[];
}

function strayKey(key: string, path: HuntPath, { known, beside }: Standing): HuntFault {
  const stray = { path: [...path, key], isKey: true, found: key, allowed: known.join(', ') };
  if (shapesAt(path).some((keys) => keys.includes(key))) {
    const others = beside.map((one) => `"${one}"`).join(', ');
    return { ...stray, message: `There is no "${key}" beside ${others}.` };
  }
  const free = known.filter((one) => !beside.includes(one));
  const { near, hint } = meant(key, free);
  return { ...stray, message: `There is no "${key}" here.${hint}`, suggestion: near };
}

/** What a plain value may be, as the branches that take one say it. */
function plainOf(branches: readonly (readonly Issue[])[]): readonly string[] {
  const words = branches.flatMap(([issue]) => {
    if (issue === undefined || issue.path.length > 0) return [];
    if (issue.code === 'invalid_type') return plainType(issue.expected);
    return issue.code === 'unrecognized_keys' ? [] : [issue.message];
  });
  return [...new Set(words)];
}

function plainType(expected: string): readonly string[] {
  return expected === 'object' ? [] : [wordOfType(expected)];
}

/** Each shape by what tells it from the others: without what nearly all of many have. */
function namedShapes(shapes: readonly (readonly string[])[]): readonly string[] {
  const blocks = shapes.filter((keys) => keys.length > 0);
  const isShared = (key: string) => {
    const times = blocks.filter((keys) => keys.includes(key)).length;
    return blocks.length >= MANY && times >= blocks.length * NEARLY_ALL;
  };
  return blocks.map((keys) => `{ ${keys.filter((key) => !isShared(key)).join(', ')} }`);
}

const MANY = 4;
const NEARLY_ALL = 0.75;

/** The keys that may stand at a path; among several shapes, those of the likeliest. */
function keysAt(path: HuntPath, key: string, value: unknown): readonly string[] {
  const shapes = shapesAt(path, value);
  const near = shapes.find((keys) => closest(key, keys) !== undefined);
  return near ?? shapes.flat();
}
