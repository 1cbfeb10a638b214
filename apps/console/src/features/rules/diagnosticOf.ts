/** A mistake of the checker as a mark in the text, with the mend where there is one. */
import type { Diagnostic } from '@codemirror/lint';
import type { RuleReport } from '@trove/core';

type Fault = NonNullable<RuleReport['fault']>;

export function diagnosticOf(fault: Fault, text: string): Diagnostic {
  const { message, found, allowed, suggestion } = fault;
  // What ends too early has its mistake behind the last character: mark that one.
  const from = Math.min(fault.start, Math.max(0, text.length - 1));
  const to = Math.min(Math.max(fault.end, from + 1), text.length);
  const actions = suggestion === undefined ? [] : [mend(fault, suggestion)];
  return {
    from,
    to,
    severity: 'error',
    message: `${message} Found ${found}; allowed is ${allowed}.`,
    actions,
  };
}

function mend({ found }: Fault, suggestion: string): NonNullable<Diagnostic['actions']>[number] {
  return {
    name: `Write ${suggestion}`,
    apply(view, from, to) {
      // The place may take in the quotes around what was found.
      const marked = view.state.sliceDoc(from, to);
      const at = marked.indexOf(found);
      const start = at < 0 ? from : from + at;
      const end = at < 0 ? to : start + found.length;
      view.dispatch({ changes: { from: start, to: end, insert: suggestion } });
    },
  };
}
