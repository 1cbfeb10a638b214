/** The mistakes of a hunt's quality section that its schema can't see. */
import {
  type EventTypeDefinition,
  type Expect,
  type Expectation,
  isCustomType,
} from '@trove/contracts';
import { meant } from '../rules/closest.js';
import { type TypeField, typeFields } from '../rules/typeFields.js';
import { checkTwice } from './checkTwice.js';
import { type HuntFault, type HuntPath, ofRule } from './huntFault.js';
import type { HuntParts } from './huntParts.js';

const AT = ['quality', 'expectations'] as const;

/** Mistakes in no particular order; what is not well formed is passed over. */
export function checkQuality({ quality, eventTypes }: HuntParts): readonly HuntFault[] {
  if (quality === undefined) return [];
  const types = eventTypes.filter((one) => one !== undefined);
  const { expectations, dedup } = quality;
  const windows = dedup?.fingerprint?.windows ?? [];
  const place = ['quality', 'dedup', 'fingerprint', 'windows'];
  return [
    ...ofRule('X1', checkTwice(expectations, { path: [...AT], field: 'id', read: ({ id }) => id })),
    ...ofRule('D6', checkTwice(windows, { path: place, field: 'on', read: ({ on }) => on })),
    ...ofRule(
      'X2',
      expectations.flatMap((one, index) => checkFields(one, index, types)),
    ),
    ...ofRule('X2', expectations.flatMap(checkRange)),
  ];
}

/** Kinds of fields that an expectation can be about. */
type Kinds = readonly TypeField['kind'][];

function checkFields(
  { on, expect }: Expectation,
  index: number,
  types: readonly EventTypeDefinition[],
): readonly HuntFault[] {
  // Of a type that is not there, or not well formed, no field is looked up: one mistake is enough.
  if (isCustomType(on) && !types.some(({ type }) => type === on)) return [];
  const fields = typeFields(on, types);
  const names = new Set(fields.map(({ name }) => name));
  return namedFields(expect).flatMap(({ name, path, kinds }): HuntFault[] => {
    const place = [...AT, index, 'expect', ...path];
    const field = fields.find((one) => one.name === name);
    if (field === undefined) {
      const { near, hint } = meant(name, names);
      const message = `Events of type ${on} have no field "${name}".${hint}`;
      const allowed = `one of ${[...names].join(', ')}`;
      return [{ path: place, found: name, allowed, message, suggestion: near }];
    }
    if (kinds.includes(field.kind)) return [];
    const allowed = kinds.includes('number')
      ? 'a field that is a number'
      : 'a field that is a text';
    return [{ path: place, found: name, allowed, message: `"${name}" is not of that kind.` }];
  });
}

interface Named {
  readonly name: string;
  readonly path: HuntPath;
  readonly kinds: Kinds;
}

const NUMBER: Kinds = ['number'];
const TEXT: Kinds = ['text'];
const ANY: Kinds = ['number', 'text', 'boolean'];

function namedFields(expect: Expect): readonly Named[] {
  if ('together' in expect) {
    return expect.together.map((name, at) => {
      return { name, path: ['together', at], kinds: ANY };
    });
  }
  if ('growing' in expect) {
    if (expect.growing === 'time') return [];
    return [{ name: expect.growing, path: ['growing'], kinds: NUMBER }];
  }
  if (!('field' in expect)) return [];
  return [{ name: expect.field, path: ['field'], kinds: 'oneOf' in expect ? TEXT : NUMBER }];
}

function checkRange({ expect }: Expectation, index: number): readonly HuntFault[] {
  if (!('min' in expect) || !('max' in expect)) return [];
  const { min, max } = expect;
  if (min === undefined || max === undefined || min <= max) return [];
  return [
    {
      path: [...AT, index, 'expect', 'max'],
      found: String(max),
      allowed: `at least ${min}`,
      message: 'No number lies in this range.',
    },
  ];
}
