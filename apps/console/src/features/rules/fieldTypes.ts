/** What the left side of a row is, and which questions can be asked of it. */
import type { EventWords, RuleName } from '@trove/core';
import type { BlockValue } from '@trove/core/rule-blocks';
import type { RowOperator } from './builderRows';

export interface RowField extends Omit<RuleName, 'name'> {
  /** CEL, as `event.data.lat` or `size(event.data.answer)`. */
  readonly left: string;
  /** Worked out of a name, and no name itself. */
  readonly isWorkedOut: boolean;
}

/** What the rows on this event type can be about, the names first. */
export function fieldsOfWords({ names }: Pick<EventWords, 'names'>): readonly RowField[] {
  const plain = names.map(({ name, ...rest }) => ({ ...rest, left: name, isWorkedOut: false }));
  const free = plain.filter(({ left, type, values }) => {
    return left.startsWith('event.data.') && type === 'string' && values === undefined;
  });
  return [
    ...plain,
    ...free.flatMap(({ left, says }) => [
      workedOut(`${left}.lowerAscii()`, 'string', `${says} in small letters`),
      workedOut(`size(${left})`, 'number', `the length of ${says}`),
    ]),
    workedOut('hourOf(event.time, 0)', 'number', 'the hour of the day, UTC'),
  ];
}

function workedOut(left: string, type: RowField['type'], says: string): RowField {
  return { left, type, says, isOptional: false, isWorkedOut: true };
}

/** The field of a row: one of those known, or one that only its condition writes. */
export function fieldNamed(left: string, fields: readonly RowField[]): RowField {
  return fields.find((one) => one.left === left) ?? workedOut(left, typeOf(left), saysOf(left));
}

const HOUR = /^hourOf\(event\.time, (-?)(\d+(?:\.\d+)?)\)$/;
const DISTANCE = /^distanceM\(event\.data\.lat, event\.data\.lon, ([^,()]+), ([^,()]+)\)$/;

/** What a condition works out by itself: the usual ways in words, others as they are written. */
function saysOf(left: string): string {
  const [, sign, hours] = HOUR.exec(left) ?? [];
  if (hours !== undefined) return `the hour of the day, UTC${sign === '-' ? '−' : '+'}${hours}`;
  const [, lat, lon] = DISTANCE.exec(left) ?? [];
  return lat === undefined ? left : `the distance in metres to ${lat}, ${lon}`;
}

/** Only calls that change a text give one; all else that is reckoned is a number. */
function typeOf(left: string): RowField['type'] {
  return /\.(?:lower|upper)Ascii\(\)$/.test(left) ? 'string' : 'number';
}

const WORDS: Readonly<Record<RowOperator, string>> = {
  '==': 'is',
  '!=': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
  in: 'is one of',
  'not in': 'is none of',
  contains: 'contains',
  'not contains': 'does not contain',
  startsWith: 'begins with',
  'not startsWith': 'does not begin with',
  endsWith: 'ends with',
  'not endsWith': 'does not end with',
  has: 'is there',
  'not has': 'is missing',
  is: 'is true',
  'not is': 'is false',
};

export function operatorWord(operator: string): string {
  return WORDS[operator as RowOperator] ?? operator;
}

const OF_TYPE: Readonly<Record<RowField['type'], readonly RowOperator[]>> = {
  number: ['==', '!=', '<', '<=', '>', '>=', 'in', 'not in'],
  string: [
    ...(['==', '!=', 'in', 'not in', 'contains', 'not contains'] as const),
    ...(['startsWith', 'not startsWith', 'endsWith', 'not endsWith'] as const),
  ],
  bool: ['is', 'not is', '==', '!='],
};

const OF_CHOICE: readonly RowOperator[] = ['==', '!=', 'in', 'not in'];
const OF_OPTIONAL: readonly RowOperator[] = ['has', 'not has'];

/** The questions of a field, the usual one first. */
export function operatorsOf({ type, values, isOptional }: RowField): readonly RowOperator[] {
  const plain = values !== undefined && type === 'string' ? OF_CHOICE : OF_TYPE[type];
  return isOptional ? [...plain, ...OF_OPTIONAL] : plain;
}

/** What a new row, or a row with another field, compares with. */
export function firstValue({ left, type, values }: RowField): BlockValue {
  if (left === 'event.time') return { is: 'time', value: '2026-01-01T00:00:00Z' };
  if (type === 'number') return { is: 'number', value: 0 };
  if (type === 'bool') return { is: 'bool', value: true };
  return { is: 'text', value: values?.[0] ?? '' };
}
