/** What can stand at the cursor of a condition: names with their types, functions, known values. */
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { RuleFunction, RuleName } from '@trove/core';

interface Known {
  readonly names: readonly RuleName[];
  readonly functions: readonly RuleFunction[];
}

const TYPES: Readonly<Record<RuleName['type'], string>> = {
  number: 'number',
  string: 'text',
  bool: 'true or false',
};

/** A name, `==` or the like, and the beginning of a quoted text. */
const COMPARED = /([A-Za-z_][\w.]*)\s*(?:==|!=|in\s*\[[^\]]*?)\s*(['"][^'"]*)$/;

export function completeNames(known: Known) {
  const ofNames = [...known.names.map(nameOption), ...known.functions.map(functionOption)];
  return (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const values = valuesFor(before, known.names);
    if (values !== undefined) return { from: context.pos - values.typed.length, ...values };
    const word = context.matchBefore(/[A-Za-z_][\w.]*/);
    if (word === null && !context.explicit) return null;
    return { from: word?.from ?? context.pos, options: ofNames, validFor: /^[\w.]*$/ };
  };
}

/** Exported for its test: the values of the name that the text before the cursor compares. */
export function valuesFor(before: string, names: readonly RuleName[]) {
  const [, name, typed] = COMPARED.exec(before) ?? [];
  const values = names.find((one) => one.name === name)?.values;
  if (values === undefined || typed === undefined) return undefined;
  const quote = typed.slice(0, 1);
  const options = values.map((value): Completion => {
    return { label: `${quote}${value}${quote}`, type: 'enum' };
  });
  return { typed, options };
}

function nameOption({ name, type, says, isOptional }: RuleName): Completion {
  const missing = isOptional ? ' An event may come without it: has(…) tells.' : '';
  return {
    label: name,
    type: 'variable',
    detail: TYPES[type],
    info: `${says.slice(0, 1).toUpperCase()}${says.slice(1)}.${missing}`,
  };
}

function functionOption({ name, usage, says, isMethod }: RuleFunction): Completion {
  return {
    label: isMethod ? `.${name}` : name,
    apply: applied(name, isMethod),
    type: 'function',
    detail: usage,
    info: says,
  };
}

function applied(name: string, isMethod: boolean): string {
  return isMethod ? `.${name}(` : `${name}(`;
}
