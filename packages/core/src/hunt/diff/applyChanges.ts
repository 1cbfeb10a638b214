/** Makes one JSON value into another by the differences that `diffJson` found. */
import type { DiffStep, HuntDifference } from './change.js';
import { type Item, isBlock } from './keyOfLists.js';

/** Nothing is changed in place. Throws when a change speaks of what is not there. */
export function applyChanges(value: unknown, changes: readonly HuntDifference[]): unknown {
  return changes.reduce((made, change) => applyAt(made, change.steps, change), value);
}

function applyAt(value: unknown, steps: readonly DiffStep[], change: HuntDifference): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return change.after;
  if (typeof step === 'string') return applyField(value, [step, rest], change);
  if (!Array.isArray(value)) throw new Error(`${change.path}: there is no list`);
  const list = value as readonly Item[];
  if (rest.length > 0 || change.kind === 'changed') {
    return list.map((item) => (item[step.by] === step.is ? applyAt(item, rest, change) : item));
  }
  const others = list.filter((item) => item[step.by] !== step.is);
  if (change.kind === 'removed') return others;
  const item =
    change.kind === 'added' ? change.after : list.find((one) => one[step.by] === step.is);
  const at = others.findIndex((one) => one[step.by] === change.behind) + 1;
  return [...others.slice(0, at), item, ...others.slice(at)];
}

function applyField(
  value: unknown,
  [name, rest]: readonly [string, readonly DiffStep[]],
  change: HuntDifference,
): unknown {
  if (!isBlock(value)) throw new Error(`${change.path}: there is no block`);
  const fields = Object.entries(value);
  if (rest.length === 0 && change.kind === 'removed') {
    return Object.fromEntries(fields.filter(([key]) => key !== name));
  }
  if (!Object.hasOwn(value, name)) return Object.fromEntries([...fields, [name, change.after]]);
  return Object.fromEntries(
    fields.map(([key, field]) => [key, key === name ? applyAt(field, rest, change) : field]),
  );
}
