/** The parts of a rule in words: what sets it off, what it does, and how often. */
import { type DraftRule, entriesOf, textOf } from '../draft/draftHunt';

const ON: Readonly<Record<string, string>> = {
  'place.visited.v1': 'visits a place',
  'location.reported.v1': 'reports where it is',
  'code.scanned.v1': 'scans a code',
  'clue.answered.v1': 'answers a clue',
  'option.chosen.v1': 'chooses an option',
  'hint.requested.v1': 'asks for a hint',
  'photo.submitted.v1': 'sends a photo or has it judged',
  'photo.appealed.v1': 'appeals a rejected photo',
};

/** As in "When a team …". */
export function onWords(type: string | undefined): string {
  if (type === undefined || type === '') return 'does something';
  return ON[type] ?? `sends ${type}`;
}

type Then = NonNullable<DraftRule['then']>;

/** One phrase for each effect. */
export function effectPhrases(
  then: DraftRule['then'],
  titleOf: (id: string) => string,
): readonly string[] {
  if (typeof then !== 'object' || then === null) return [];
  const { award, penalise, unlock, counters, badge, message } = then;
  return [
    ...(award === undefined ? [] : [awardPhrase(award)]),
    ...(penalise === undefined ? [] : [`take ${points(penalise)}`]),
    ...(unlock === undefined ? [] : [`unlock ${listOf(unlock).map(titleOf).join(', ')}`]),
    ...entriesOf(counters).map(counterPhrase),
    ...(badge === undefined ? [] : [`give the badge ${textOf(badge)}`]),
    ...(message === undefined ? [] : [`say “${textOf(message)}”`]),
  ];
}

function awardPhrase(award: unknown): string {
  const number = Number(award);
  return number < 0 ? `take ${points(-number)}` : `award ${points(award)}`;
}

function points(count: unknown): string {
  return `${textOf(count)} ${Number(count) === 1 ? 'point' : 'points'}`;
}

function counterPhrase(count: NonNullable<Then['counters']>[number]): string {
  const { name, add, set } = count as { name?: unknown; add?: unknown; set?: unknown };
  if (set !== undefined) return `set ${textOf(name)} to ${textOf(set)}`;
  const by = Number(add);
  return by < 0 ? `count ${textOf(name)} down by ${-by}` : `count ${textOf(name)} up by ${by}`;
}

function listOf(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.map(textOf) : [];
}

/** The ways a rule can be limited, as its editor offers them. */
export type LimitKind = 'none' | 'perTeam' | 'first' | 'coolDown';

export function limitKind(limit: unknown): LimitKind {
  if (typeof limit !== 'object' || limit === null) return 'none';
  if ('first' in limit) return 'first';
  if ('perTeam' in limit) return 'perTeam';
  return 'coolDownS' in limit ? 'coolDown' : 'none';
}

/** As in "…, at most once per team". */
export function limitPhrase(limit: DraftRule['limit']): string {
  const { perTeam, first, coolDownS } = (limit ?? {}) as Readonly<Record<string, unknown>>;
  const pause = coolDownS === undefined ? '' : `${spanWords(Number(coolDownS))} apart`;
  if (first !== undefined) {
    return Number(first) === 1 ? 'for the first team only' : `for the first ${textOf(first)} teams`;
  }
  if (perTeam === undefined) return pause === '' ? 'every time' : `every time, ${pause}`;
  const often = Number(perTeam) === 1 ? 'once' : `${textOf(perTeam)} times`;
  return `at most ${often} per team${pause === '' ? '' : `, ${pause}`}`;
}

function spanWords(seconds: number): string {
  if (seconds % 3_600 === 0) return `${seconds / 3_600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
