/**
 * The library's environment for one event type: it parses conditions and checks their types.
 * Numbers are doubles throughout; what CEL lacks for doubles is registered here.
 */
import { Environment } from '@marcbachmann/cel-js';
import { contextTypes, type FieldTypes, type ValueType } from './contextTypes.js';
import { CALLS } from './functions.js';
import { RULE_LIMITS } from './limits.js';

const CEL_TYPES: Readonly<Record<ValueType, string>> = {
  number: 'double',
  string: 'string',
  bool: 'bool',
};

interface CelSchema {
  [field: string]: string | CelSchema;
}

/** Made once for each set of fields and counters: environments are costly and do not change. */
const environments = new Map<string, Environment>();

/** The environment that conditions are checked in on events whose data has these fields. */
export function celEnvironment(data: FieldTypes, counters: ReadonlySet<string>): Environment {
  const key = [JSON.stringify(data), ...[...counters].sort()].join(' ');
  const known = environments.get(key);
  if (known !== undefined) return known;
  const made = makeEnvironment(data, counters);
  if (environments.size >= RULE_LIMITS.environments) environments.clear();
  environments.set(key, made);
  return made;
}

function makeEnvironment(data: FieldTypes, counters: ReadonlySet<string>): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: false,
    limits: {
      maxAstNodes: RULE_LIMITS.nodes,
      maxDepth: RULE_LIMITS.depth,
      maxListElements: RULE_LIMITS.listElements,
      maxCallArguments: RULE_LIMITS.callArguments,
    },
  });
  for (const [name, type] of Object.entries(contextTypes(data, counters))) {
    if (typeof type === 'string') environment.registerVariable(name, CEL_TYPES[type]);
    else environment.registerVariable(name, { schema: celSchema(type) });
  }
  for (const known of Object.values(CALLS)) {
    const types = known.parameters.map((parameter) => CEL_TYPES[parameter]).join(', ');
    const signature = `${known.checkedAs}(${types}): ${CEL_TYPES[known.returns]}`;
    environment.registerFunction(signature, (...values) => known.apply(values));
  }
  environment.registerFunction('timeOf(string): double', (text: string) => Date.parse(text));
  environment.registerOperator('double % double', (left: number, right: number) => left % right);
  return environment;
}

function celSchema(types: FieldTypes): CelSchema {
  return Object.fromEntries(
    Object.entries(types).map(([name, type]) => [
      name,
      typeof type === 'string' ? CEL_TYPES[type] : celSchema(type),
    ]),
  );
}
