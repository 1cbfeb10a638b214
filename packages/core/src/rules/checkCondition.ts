/**
 * Parses a condition and checks its names, types and literals. Parsing and types are the
 * library's work; what it says is told in the words of the rule language.
 */
import { type ASTNode, TypeError as CelTypeError, ParseError } from '@marcbachmann/cel-js';
import type { EventTypeDefinition, PlayType } from '@trove/contracts';
import { celEnvironment } from './celEnvironment.js';
import { ConditionError, type ConditionFault } from './conditionFault.js';
import { contextTypes, dataTypes } from './contextTypes.js';
import { USAGES } from './functions.js';
import { RULE_LIMITS } from './limits.js';
import { checkLiterals, type Vocabulary } from './literals.js';
import { enterSubset } from './subset.js';

export interface CheckedCondition {
  readonly ast: ASTNode;
  /** How many nodes one evaluation visits at most. */
  readonly nodes: number;
}

export type ConditionCheck =
  | ({ readonly ok: true } & CheckedCondition)
  | { readonly ok: false; readonly fault: ConditionFault };

/** What a hunt adds to the words of its conditions. */
export interface HuntWords {
  readonly vocabulary?: Vocabulary;
  /** The team counters that its rules write. */
  readonly counters?: ReadonlySet<string>;
  /** Its own event types. */
  readonly eventTypes?: readonly EventTypeDefinition[] | undefined;
}

const NO_WORDS: Vocabulary = new Map();
const NO_COUNTERS: ReadonlySet<string> = new Set();

/** Checks the condition of a rule that listens to this event type. Never throws. */
export function checkCondition(
  text: string,
  on: PlayType,
  { vocabulary = NO_WORDS, counters = NO_COUNTERS, eventTypes }: HuntWords = {},
): ConditionCheck {
  const data = dataTypes(on, eventTypes);
  try {
    const parsed = celEnvironment(data, counters).parse(text);
    const nodes = enterSubset(parsed.ast, contextTypes(data, counters));
    const check = parsed.check();
    if (check.error !== undefined) throw check.error;
    if (check.type !== 'bool') throw notACondition(parsed.ast, check.type);
    checkLiterals(parsed.ast, vocabulary);
    return { ok: true, ast: parsed.ast, nodes };
  } catch (error) {
    return { ok: false, fault: faultOf(error, text) };
  }
}

function notACondition(ast: ASTNode, type: string | undefined): ConditionError {
  return new ConditionError({
    start: 0,
    end: ast.input.length,
    found: `a ${inOurWords(type ?? 'value')}`,
    allowed: CONDITION,
    message: 'A rule needs a condition that is true or false.',
  });
}

function faultOf(error: unknown, text: string): ConditionFault {
  if (error instanceof ConditionError) return error.fault;
  if (error instanceof ParseError) return parseFault(error, text);
  if (error instanceof CelTypeError) return typeFault(error, text);
  // Only a very deep chain of ! or - gets here: it exhausts the parser before its limits do.
  const allowed = `at most ${RULE_LIMITS.depth} levels of nesting`;
  return { start: 0, end: text.length, found: 'a deeper one', allowed, message: 'Too complex.' };
}

function placeOf(error: ParseError | CelTypeError, text: string): { start: number; end: number } {
  const start = Math.min(error.range?.start ?? 0, text.length);
  return { start, end: Math.max(start, Math.min(error.range?.end ?? start, text.length)) };
}

function parseFault(error: ParseError, text: string): ConditionFault {
  const place = placeOf(error, text);
  const rest = text.slice(place.start).trim();
  const found =
    rest === '' ? 'the end of the condition' : text.slice(place.start, place.end) || rest;
  if (error.code === 'limit_exceeded') {
    const allowed = `${RULE_LIMITS.nodes} nodes, ${RULE_LIMITS.depth} levels of nesting`;
    return { ...place, found: 'more', allowed, message: `Too complex: ${error.summary}.` };
  }
  if (text[place.start] === '=') {
    const message = 'Two equals signs compare; one means nothing here.';
    return { ...place, found: '=', allowed: '==', suggestion: '==', message };
  }
  const allowed = 'a CEL expression, as in team.solved >= 3 && verdict == "solved"';
  return { ...place, found, allowed, message: `Not readable: ${error.summary}.` };
}

const SAME_TYPES = 'two numbers, or two texts';
const OPERANDS: Readonly<Record<string, string>> = {
  '+': SAME_TYPES,
  '-': 'two numbers',
  '*': 'two numbers',
  '/': 'two numbers',
  '%': 'two numbers',
  '!': 'a condition after !',
  in: 'a list of values of the same type',
};

function typeFault(error: CelTypeError, text: string): ConditionFault {
  const place = placeOf(error, text);
  const said = inOurWords(error.summary);
  const found = said.slice(said.indexOf(':') + 1).trim();
  switch (error.code) {
    case 'no_such_overload': {
      const operator = /\s(\S+)\s/.exec(found)?.[1] ?? found[0] ?? '';
      const allowed = OPERANDS[operator] ?? `${SAME_TYPES}: write numbers without quotes`;
      return { ...place, found, allowed, message: `Types do not fit: ${found}.` };
    }
    case 'no_matching_overload':
      return { ...place, found: said, allowed: USAGES.join(', '), message: `${sentence(said)}.` };
    default:
      return { ...place, ...typesIn(said), message: `${sentence(said)}.` };
  }
}

const CONDITION = 'a condition, as in verdict == "solved"';

/** The type that was found and the one that fits, as the checker quotes them. */
function typesIn(said: string): Pick<ConditionFault, 'found' | 'allowed'> {
  const got = /(?:got|found) '([^']+)'/.exec(said)?.[1] ?? 'value';
  const wanted = /expected type '([^']+)'/.exec(said)?.[1];
  return { found: `a ${got}`, allowed: wanted === undefined ? CONDITION : `a ${wanted}` };
}

function inOurWords(text: string): string {
  return text
    .replaceAll(/\bdouble\b/g, 'number')
    .replaceAll(/\bsizeOf\b/g, 'size')
    .replaceAll(/\$event\.data\b/g, 'event.data');
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
