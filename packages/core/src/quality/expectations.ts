/** Asks a hunt's expectations of one event; what they keep stays with the team's watch. */
import type { Expect, Expectation } from '@trove/contracts';
import { happenedMs } from './effectiveTime.js';
import type { Climbing } from './ladder.js';
import { type Gauge, withGauge } from './teamWatch.js';
import { tokensAt } from './tokenBucket.js';

export interface Unmet {
  /** Ids, in the order of the file. */
  readonly ids: readonly string[];
  /** The hardest answer among them. */
  readonly otherwise: Expectation['otherwise'];
}

const HARDER = ['warn', 'quarantine', 'refuse'] as const;

/** An expectation that is ready to be asked. */
export interface AskedExpectation extends Pick<Expectation, 'id' | 'otherwise'> {
  /** Keeps what it has to remember of the event. */
  readonly isMet: (asking: Climbing) => boolean;
}

/** Undefined when the event meets all that the hunt expects of its type. */
export function unmetBy(asking: Climbing): Unmet | undefined {
  const { event, hunt } = asking;
  const expectations = hunt.rules?.quality.expectations.get(event.type);
  if (expectations === undefined) return undefined;
  let unmet: AskedExpectation[] | undefined;
  for (const expectation of expectations) {
    if (expectation.isMet(asking)) continue;
    unmet ??= [];
    unmet.push(expectation);
  }
  if (unmet === undefined) return undefined;
  const hardest = Math.max(...unmet.map(({ otherwise }) => HARDER.indexOf(otherwise)));
  return { ids: unmet.map(({ id }) => id), otherwise: HARDER[hardest] ?? 'warn' };
}

/** Finds out once what kind it is, so that no event has to. */
export function askedExpectation({ id, otherwise, expect }: Expectation): AskedExpectation {
  return { id, otherwise, isMet: askerOf(id, expect) };
}

function askerOf(id: string, expect: Expect): AskedExpectation['isMet'] {
  if ('oneOf' in expect) {
    const { field, oneOf } = expect;
    return ({ event }) => isOneOf(fieldOf(event, field), oneOf);
  }
  if ('freshS' in expect) {
    const freshMs = expect.freshS * 1000;
    return (asking) => ageMs(asking) <= freshMs;
  }
  if ('together' in expect) {
    const { together } = expect;
    return ({ event }) => {
      const there = together.filter((field) => fieldOf(event, field) !== undefined).length;
      return there === 0 || there === together.length;
    };
  }
  if ('growing' in expect) return (asking) => isGrowing(id, expect, asking);
  if ('atMost' in expect) return (asking) => hasToken(id, expect, asking);
  const { field, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = expect;
  return ({ event }) => {
    const value = fieldOf(event, field);
    return typeof value !== 'number' || (value >= min && value <= max);
  };
}

function fieldOf({ data }: Climbing['event'], field: string): unknown {
  return (data as Readonly<Record<string, unknown>>)[field];
}

/** How long before it was received it happened; on an events' clock, how far behind now. */
function ageMs({ event, hunt, nowMs }: Climbing): number {
  const clock = hunt.rules?.clock;
  return (clock === 'events' ? nowMs : event.receivedAtUs / 1000) - happenedMs(event, clock);
}

function isOneOf(value: unknown, allowed: readonly string[]): boolean {
  return typeof value !== 'string' || allowed.includes(value);
}

type Growing = Extract<Expect, { growing: string }>;
type Rate = Extract<Expect, { atMost: number }>;

/** A value that falls is not taken over, so that one wrong clock does not condemn what follows. */
function isGrowing(id: string, { growing }: Growing, asking: Climbing): boolean {
  const { event, nowMs } = asking;
  const value = growing === 'time' ? event.timeMs : fieldOf(event, growing);
  if (typeof value !== 'number') return true;
  const key = `${id}\n${event.sequence?.device ?? event.device ?? event.player}`;
  const [last] = gaugeOf(key, asking) ?? [value];
  if (value < last) return false;
  keep(key, [value, nowMs], asking);
  return true;
}

/** A token bucket that holds `atMost` and is filled evenly over `perS`. */
function hasToken(id: string, { atMost, perS }: Rate, asking: Climbing): boolean {
  const { event, nowMs } = asking;
  const key = `${id}\n${event.player}`;
  const tokens = tokensAt(gaugeOf(key, asking), { holds: atMost, fillsInS: perS }, nowMs);
  const isMet = tokens >= 1;
  keep(key, [isMet ? tokens - 1 : tokens, nowMs], asking);
  return isMet;
}

function gaugeOf(key: string, { event, hunt }: Climbing): Gauge | undefined {
  return hunt.watch.of(event.team).gauges.get(key);
}

function keep(key: string, gauge: Gauge, { event, hunt }: Climbing): void {
  const { gauges } = hunt.watch.of(event.team);
  const entry = [key, gauge] as const;
  hunt.watch.change(event.team, { gauges: withGauge(gauges, entry) });
}
