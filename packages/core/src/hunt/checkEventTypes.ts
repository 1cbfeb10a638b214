/** Checks a hunt's own event types, and that what names an event type names one there is. */
import {
  type CustomField,
  EVENT_TYPES,
  type EventTypeDefinition,
  HUNT_LIMITS,
  isCustomType,
  type PlayType,
} from '@trove/contracts';
import { meant } from '../rules/closest.js';
import { checkTwice } from './checkTwice.js';
import { type HuntFault, type HuntPath, ofRule } from './huntFault.js';
import type { HuntParts } from './huntParts.js';

export function checkEventTypes(parts: HuntParts): readonly HuntFault[] {
  const { eventTypes, rules, quality } = parts;
  const windows = quality?.dedup?.fingerprint?.windows ?? [];
  const named = (list: readonly (Named | undefined)[], path: HuntPath) =>
    list.flatMap((one, index) => {
      return one === undefined ? [] : unknownType(one.on, [...path, index, 'on'], parts.typeNames);
    });
  return [
    ...ofRule(
      'CT1',
      checkTwice(eventTypes, { path: ['eventTypes'], field: 'type', read: ({ type }) => type }),
    ),
    ...ofRule(
      'CT2',
      eventTypes.flatMap((one, index) => (one ? checkType(one, index) : [])),
    ),
    ...ofRule('CT9', named(rules, ['rules'])),
    ...ofRule('CT9', named(quality?.expectations ?? [], ['quality', 'expectations'])),
    ...ofRule('CT9', named(windows, ['quality', 'dedup', 'fingerprint', 'windows'])),
  ];
}

interface Named {
  readonly on: PlayType;
}

/** The mistake of naming a custom type that the hunt does not have; none for any other. */
export function unknownType(
  on: PlayType,
  path: HuntPath,
  known: ReadonlySet<string>,
): readonly HuntFault[] {
  if (!isCustomType(on) || known.has(on)) return [];
  const { near, hint } = meant(on, known);
  const allowed = [...known, ...EVENT_TYPES].join(', ');
  const message = `This hunt has no event type "${on}".${hint}`;
  return [{ path, found: on, allowed, message, suggestion: near }];
}

function checkType({ fields }: EventTypeDefinition, index: number): readonly HuntFault[] {
  const path = ['eventTypes', index, 'fields'];
  const read = ({ name }: CustomField) => name;
  return [
    ...checkTwice(fields, { path, field: 'name', read }),
    ...fields.flatMap((field, at) => checkField(field, [...path, at])),
    ...checkWeight(fields, path),
  ];
}

function checkField(field: CustomField, path: HuntPath): readonly HuntFault[] {
  if (field.kind === 'boolean') return [];
  if (field.kind === 'one_of') {
    const place = [...path, 'oneOf'];
    return field.oneOf.flatMap((text, at): HuntFault[] => {
      if (field.oneOf.indexOf(text) === at) return [];
      const message = `"${text}" stands here twice.`;
      return [{ path: [...place, at], found: text, allowed: 'each text once', message }];
    });
  }
  if (field.min <= field.max) return [];
  const message = 'Nothing lies between these bounds.';
  const allowed = `at least ${field.min}`;
  return [{ path: [...path, 'max'], found: String(field.max), allowed, message }];
}

/** What one event may weigh in the log, and the type in every door's memory. */
function checkWeight(fields: readonly CustomField[], path: HuntPath): readonly HuntFault[] {
  const characters = fields.reduce((all, one) => all + (one.kind === 'text' ? one.max : 0), 0);
  const choices = fields.reduce(
    (all, one) => all + (one.kind === 'one_of' ? one.oneOf.length : 0),
    0,
  );
  const { fieldCharactersPerType, fieldChoicesPerType } = HUNT_LIMITS;
  const message = 'An event of this type could become too large.';
  return [
    ...(characters > fieldCharactersPerType
      ? [
          {
            path,
            found: `texts of ${characters} characters together`,
            allowed: `${fieldCharactersPerType} characters in all texts of one type`,
            message,
          },
        ]
      : []),
    ...(choices > fieldChoicesPerType
      ? [
          {
            path,
            found: `${choices} texts to be one of`,
            allowed: `${fieldChoicesPerType} in all fields of one type`,
            message: 'The contract of this type would become too large.',
          },
        ]
      : []),
  ];
}
