/** Resolves the dotted names of a condition (`event.data.lat`) against the context's types. */
import type { ASTNode } from '@marcbachmann/cel-js';
import { meant } from './closest.js';
import { ConditionError } from './conditionFault.js';
import type { FieldTypes, ValueType } from './contextTypes.js';

export interface NamedValue {
  /** As `event.data.lat`. */
  readonly name: string;
  readonly type: ValueType | FieldTypes;
}

/** The value a name or a chain of fields stands for; throws a ConditionError when none does. */
export function resolveName(node: ASTNode, context: FieldTypes): NamedValue {
  if (node.op === 'id') return fieldOf({ name: '', type: context }, node.args, node);
  if (node.op !== '.') {
    throw new ConditionError({
      ...node.range,
      found: node.input.slice(node.start, node.end),
      allowed: 'a field of event, clue, team or hunt',
      message: 'Only the context has fields.',
    });
  }
  return fieldOf(resolveName(node.args[0], context), node.args[1], node);
}

function fieldOf(parent: NamedValue, field: string, node: ASTNode): NamedValue {
  const known = typeof parent.type === 'string' ? {} : parent.type;
  const type = Object.hasOwn(known, field) ? known[field] : undefined;
  if (type !== undefined) {
    return { name: parent.name === '' ? field : `${parent.name}.${field}`, type };
  }
  const names = Object.keys(known);
  const { near, hint } = meant(field, names);
  throw new ConditionError({
    start: node.end - field.length,
    end: node.end,
    found: field,
    suggestion: near,
    allowed: names.join(', ') || `nothing: ${parent.name} has no fields`,
    message:
      parent.name === ''
        ? `There is no "${field}" in the context.${hint}`
        : `"${parent.name}" has no field "${field}".${hint}`,
  });
}
