/**
 * Measures how long the conditions of a hunt's rules take, by a clock that the caller brings. A
 * sample is timed, because reading a clock costs as much as most conditions do.
 */
import { BACKTEST_LIMITS, type RuleTime } from '@trove/contracts';
import type { CompiledHunt, CompiledRule } from '../hunt/compiledHunt.js';
import { RECORD_LIMITS } from './limits.js';

export interface TimedHunt {
  /** The same hunt, whose rules are timed when they are asked. */
  readonly hunt: CompiledHunt;
  /** Of rules that were asked, the slowest first. */
  times(): RuleTime[];
}

interface Timing {
  asked: number;
  timed: number;
  us: number;
}

/** @param nowUs a clock that only goes forward, in microseconds with fractions */
export function timeRules(hunt: CompiledHunt, nowUs: () => number): TimedHunt {
  const timings = new Map<string, Timing>();
  const readingUs = costOfReading(nowUs);
  const rules = new Map(
    [...hunt.rules].map(([type, ofType]) => {
      return [type, ofType.map((rule) => timed(rule, timingOf(timings, rule.id), nowUs))];
    }),
  );
  const times = () =>
    [...timings]
      .filter(([, { timed: count }]) => count > 0)
      .map(([rule, { asked, timed: count, us }]) => {
        return { rule, asked, meanUs: Math.max(0, us / count - readingUs) };
      })
      .sort((a, b) => b.meanUs - a.meanUs)
      .slice(0, BACKTEST_LIMITS.rules);
  return { hunt: { ...hunt, rules }, times };
}

function timingOf(timings: Map<string, Timing>, rule: string): Timing {
  const timing = timings.get(rule) ?? { asked: 0, timed: 0, us: 0 };
  timings.set(rule, timing);
  return timing;
}

function timed(rule: CompiledRule, timing: Timing, nowUs: () => number): CompiledRule {
  return {
    ...rule,
    ask(context) {
      timing.asked += 1;
      if (timing.asked % RECORD_LIMITS.timedEvery !== 1) return rule.ask(context);
      const from = nowUs();
      const answer = rule.ask(context);
      timing.us += nowUs() - from;
      timing.timed += 1;
      return answer;
    },
  };
}

function costOfReading(nowUs: () => number): number {
  const from = nowUs();
  for (let i = 1; i < RECORD_LIMITS.clockReadings; i += 1) nowUs();
  return (nowUs() - from) / RECORD_LIMITS.clockReadings;
}
