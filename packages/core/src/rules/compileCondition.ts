/**
 * Turns a checked condition into closures. Types were settled by the checker, so the closures
 * only compute; a value they can't give is a fault, handed on like any other value.
 */
import type { ASTNode } from '@marcbachmann/cel-js';
import { compileOperator } from './compileOperator.js';
import type { FieldTypes } from './contextTypes.js';
import { type Closure, DIVISION_BY_ZERO, type Evaluated, MISSING_FIELD } from './evaluated.js';
import { CALLS, type ConditionFunction, functionNamed, METHODS } from './functions.js';
import { childrenOf, nameOf } from './tree.js';

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

/** JavaScript's name of each type, for the one check that is left to be made per event. */
const TYPE_OF = { number: 'number', string: 'string', bool: 'boolean' } as const;

/**
 * The closure of a condition that has passed `checkCondition`.
 * @param data the fields of the event's data, by `dataTypes`
 */
export function compileCondition(ast: ASTNode, data: FieldTypes): Closure {
  const compile = (node: ASTNode): Closure => {
    switch (node.op) {
      case 'value':
        return constant(node.args as Evaluated);
      case 'id':
      case '.':
        return reader(nameOf(node), data);
      case 'call':
        return compileCall(node, data, compile);
      case 'rcall':
        return applied(functionNamed(METHODS, node.args[0]), childrenOf(node).map(compile));
      default:
        return compileOperation(node, compile);
    }
  };
  return compile(ast);
}

type Compile = (node: ASTNode) => Closure;

function compileOperation(node: ASTNode, compile: Compile): Closure {
  const [first, second, third] = childrenOf(node) as [ASTNode, ASTNode, ASTNode];
  switch (node.op) {
    case '!_':
      return negation(compile(first));
    case '-_':
      return minus(compile(first));
    case '?:':
      return choice([compile(first), compile(second), compile(third)]);
    case '&&':
      return conjunction(compile(first), compile(second));
    case '||':
      return disjunction(compile(first), compile(second));
    case 'in':
      return membership(compile(first), second.args as readonly ASTNode[], compile);
    case '/':
    case '%':
      return division(node.op, compile(first), compile(second));
    default:
      return compileOperator(node.op, [first, second], compile);
  }
}

function constant(value: Evaluated): Closure {
  return () => value;
}

const COUNTERS = 'team.counters.';

function reader(name: string, data: FieldTypes): Closure {
  const known = READERS[name];
  if (known !== undefined) return known;
  if (name.startsWith(COUNTERS)) {
    const counter = name.slice(COUNTERS.length);
    return (context) => context.team.counters.get(counter) ?? 0;
  }
  const field = name.slice('event.data.'.length);
  const expected = typeOfField(field, data);
  return (context) => {
    const value = context.event.data[field];
    return typeof value === expected ? (value as Evaluated) : MISSING_FIELD;
  };
}

/** What JavaScript calls the type of a field's values. */
function typeOfField(field: string, data: FieldTypes): (typeof TYPE_OF)[keyof typeof TYPE_OF] {
  const type = data[field];
  return TYPE_OF[typeof type === 'string' ? type : 'string'];
}

function compileCall(node: ASTNode & { op: 'call' }, data: FieldTypes, compile: Compile): Closure {
  const [name, given] = node.args;
  const [first] = given;
  if (name === 'has' && first?.op === '.') {
    const field = first.args[1];
    const expected = typeOfField(field, data);
    return (context) => typeof context.event.data[field] === expected;
  }
  if (name === 'timeOf' && first?.op === 'value') return constant(Date.parse(String(first.args)));
  const known = Object.values(CALLS).find((call) => call.checkedAs === name);
  return applied(known, given.map(compile));
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

function membership(sought: Closure, elements: readonly ASTNode[], compile: Compile): Closure {
  if (elements.every((element) => element.op === 'value')) {
    const members = new Set(elements.map((element) => element.args));
    return (context) => {
      const value = sought(context);
      return typeof value === 'symbol' ? value : members.has(value);
    };
  }
  return membershipOf(sought, elements.map(compile));
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
