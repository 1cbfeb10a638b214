/**
 * Turns a checked condition into closures. Types were settled by the checker, so the closures
 * only compute; a value they can't give is a fault, handed on like any other value.
 */
import type { ASTNode } from '@marcbachmann/cel-js';
import { compileOperator } from './compileOperator.js';
import { type Closure, DIVISION_BY_ZERO, type Evaluated, MISSING_FIELD } from './evaluated.js';
import { CALLS, type ConditionFunction, functionNamed, METHODS } from './functions.js';

const READERS: Readonly<Record<string, Closure>> = {
  'event.id': (context) => context.event.id,
  'event.type': (context) => context.event.type,
  'event.time': (context) => context.event.time,
  'event.player': (context) => context.event.player,
  'event.team': (context) => context.event.team,
  verdict: (context) => context.verdict,
  'clue.id': (context) => context.clue.id,
  'clue.points': (context) => context.clue.points,
  'clue.solves': (context) => context.clue.solves,
  'team.score': (context) => context.team.score,
  'team.solved': (context) => context.team.solved,
  'hunt.solves': (context) => context.hunt.solves,
  'hunt.elapsedS': (context) => context.hunt.elapsedS,
};

/** The closure of a node that has passed `checkCondition`. */
export function compileNode(node: ASTNode): Closure {
  switch (node.op) {
    case 'value':
      return constant(node.args as Evaluated);
    case 'id':
    case '.':
      return reader(nameOf(node));
    case 'call':
      return compileCall(node);
    case 'rcall': {
      const [name, receiver, given] = node.args;
      return applied(functionNamed(METHODS, name), [receiver, ...given].map(compileNode));
    }
    case '!_':
      return negation(compileNode(node.args));
    case '-_':
      return minus(compileNode(node.args));
    case '?:':
      return choice(node.args.map(compileNode) as [Closure, Closure, Closure]);
    case '&&':
      return conjunction(...compilePair(node.args));
    case '||':
      return disjunction(...compilePair(node.args));
    case 'in':
      return membership(node.args);
    case '/':
    case '%':
      return division(node.op, ...compilePair(node.args));
    default:
      return compileOperator(node.op, node.args as [ASTNode, ASTNode], compileNode);
  }
}

function compilePair([left, right]: readonly [ASTNode, ASTNode]): [Closure, Closure] {
  return [compileNode(left), compileNode(right)];
}

function constant(value: Evaluated): Closure {
  return () => value;
}

function nameOf(node: ASTNode): string {
  if (node.op === '.') return `${nameOf(node.args[0])}.${node.args[1]}`;
  return String(node.args);
}

function reader(name: string): Closure {
  const known = READERS[name];
  if (known !== undefined) return known;
  const field = name.slice('event.data.'.length);
  return (context) => {
    const value = context.event.data[field];
    return value === undefined ? MISSING_FIELD : (value as Evaluated);
  };
}

function compileCall(node: ASTNode & { op: 'call' }): Closure {
  const [name, given] = node.args;
  const [first] = given;
  if (name === 'has' && first?.op === '.') {
    const field = first.args[1];
    return (context) => context.event.data[field] !== undefined;
  }
  if (name === 'timeOf' && first?.op === 'value') return constant(Date.parse(String(first.args)));
  const known = Object.values(CALLS).find((call) => call.checkedAs === name);
  return applied(known, given.map(compileNode));
}

function applied(known: ConditionFunction | undefined, given: readonly Closure[]): Closure {
  if (known === undefined) return constant(MISSING_FIELD);
  return (context) => {
    const values: Evaluated[] = [];
    for (const one of given) {
      const value = one(context);
      if (typeof value === 'symbol') return value;
      values.push(value);
    }
    return known.apply(values);
  };
}

function negation(operand: Closure): Closure {
  return (context) => {
    const value = operand(context);
    return typeof value === 'symbol' ? value : !value;
  };
}

function minus(operand: Closure): Closure {
  return (context) => {
    const value = operand(context);
    return typeof value === 'symbol' ? value : -(value as number);
  };
}

function choice([condition, yes, no]: [Closure, Closure, Closure]): Closure {
  return (context) => {
    const value = condition(context);
    if (typeof value === 'symbol') return value;
    return value === true ? yes(context) : no(context);
  };
}

/** As CEL has it, a false side decides even when the other side fails. */
function conjunction(left: Closure, right: Closure): Closure {
  return (context) => {
    const one = left(context);
    if (one === false) return false;
    const other = right(context);
    return other === false || typeof one !== 'symbol' ? other : one;
  };
}

/** As CEL has it, a true side decides even when the other side fails. */
function disjunction(left: Closure, right: Closure): Closure {
  return (context) => {
    const one = left(context);
    if (one === true) return true;
    const other = right(context);
    return other === true || typeof one !== 'symbol' ? other : one;
  };
}

function division(operator: '/' | '%', left: Closure, right: Closure): Closure {
  return (context) => {
    const one = left(context);
    if (typeof one === 'symbol') return one;
    const other = right(context);
    if (typeof other === 'symbol') return other;
    if (other === 0) return DIVISION_BY_ZERO;
    const [dividend, divisor] = [one as number, other as number];
    return operator === '/' ? dividend / divisor : dividend % divisor;
  };
}

function membership([item, list]: readonly [ASTNode, ASTNode]): Closure {
  const sought = compileNode(item);
  const elements = list.args as readonly ASTNode[];
  if (elements.every((element) => element.op === 'value')) {
    const members = new Set(elements.map((element) => element.args));
    return (context) => {
      const value = sought(context);
      return typeof value === 'symbol' ? value : members.has(value);
    };
  }
  return membershipOf(sought, elements.map(compileNode));
}

function membershipOf(sought: Closure, elements: readonly Closure[]): Closure {
  return (context) => {
    const value = sought(context);
    if (typeof value === 'symbol') return value;
    let found = false;
    for (const element of elements) {
      const member = element(context);
      if (typeof member === 'symbol') return member;
      if (member === value) found = true;
    }
    return found;
  };
}
