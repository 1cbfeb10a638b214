/** Backtests in words. */
import type { BacktestResult, BacktestRun } from '@trove/contracts';
import { formatCount, formatNumberOf } from '../../format/numbers';

/** True while it waits or somebody is at it. */
export function isUnended({ state }: Pick<BacktestRun, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

/** Whether the run of this id waits no more: from then on the list says how it stands. */
export function hasBegun(
  id: string | undefined,
  runs: readonly Pick<BacktestRun, 'id' | 'state'>[],
): boolean {
  return runs.some((run) => run.id === id && run.state !== 'waiting');
}

/** Over which events a run goes. */
export function scopeWords({ hunt, scope }: Pick<BacktestRun, 'hunt' | 'scope'>): string {
  const whose = scope.events === hunt ? 'this hunt' : scope.events;
  if (scope.hours === undefined) return `all events of ${whose}`;
  return `the last ${formatNumberOf(scope.hours, 'hour')} of ${whose}`;
}

/** What a result is compared with, and what it can't tell. */
export function groundWords(result: BacktestResult): readonly string[] {
  const { baseline, version, events, eventsBefore, passedOver, lost, isWhole } = result;
  const of = version === undefined ? '' : ` of version ${version}`;
  const against = baseline === 'recorded' ? 'the recorded answers' : 'what the live version says';
  const says = [`${formatCount(events)} events, compared with ${against}${of}`];
  if (eventsBefore > 0) says.push(`${formatCount(eventsBefore)} before them made the state`);
  if (passedOver > 0) says.push(`${formatCount(passedOver)} repeats stay what they are`);
  if (lost > 0) says.push(`${formatCount(lost)} could not be judged: their data is lost`);
  if (!isWhole) says.push('the record lacks events of the hunt');
  return says;
}

/** +12 · −3 · 0. */
export function signed(value: number): string {
  if (value === 0) return '0';
  return `${value > 0 ? '+' : '−'}${formatCount(Math.abs(value))}`;
}
