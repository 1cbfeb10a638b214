/** How hunts and teams stand in Redis: a hash of fields a hunt, one JSON text a team. */
import { HuntPhase } from '@trove/contracts';
import {
  type HuntChange,
  type HuntState,
  NO_MARKS,
  NO_ROSTER,
  NO_TIMELINE,
  type RestrictedStatus,
  type TeamState,
} from '@trove/core';
import { parseMarks, type StoredMarks, storedMarks } from './marksCodec.js';
import {
  parseRoster,
  parseTimeline,
  type StoredRoster,
  type StoredTimeline,
  storedRoster,
  storedTimeline,
} from './rosterCodec.js';

/** Field of a hunt's hash that holds its scalars; counts have fields of their own. */
export const HUNT_HEAD = 'head';
const SOLVES = 's:';
const FIRSTS = 'f:';
const WRONG_ANSWERS = 'wrong';
/** Field of the teams that do not play like all others. */
export const HUNT_STATUSES = 'statuses';
const BROADCASTS = 'said';
export const HUNT_OPENED = 'opened';

interface Head {
  readonly v: number;
  readonly h: string;
  readonly p: string;
  readonly st: number;
  readonly mt: number;
  readonly i: number;
  readonly wm: number;
  readonly la: number;
  readonly fl: number;
  readonly so: number;
  /** When it starts by an operator's word, and since when its board is frozen; absent: 0. */
  readonly ss?: number;
  readonly fz?: number;
  /** Teams that players have made; absent: 0. */
  readonly tm?: number;
}

/** What a hunt's hash is written from: what changed, or all of a state. */
type HuntToWrite = Omit<HuntChange, 'slug' | 'frozenScores' | 'dropBuckets' | 'memory' | 'watches'>;

/** Field, value, field, value … of what changed. */
export function huntFields(change: HuntToWrite): string[] {
  const head: Head = {
    v: change.version,
    h: change.hash,
    p: change.phase,
    st: change.startedAtMs,
    mt: change.maxTimeMs,
    i: change.ids,
    wm: change.watermarkMs,
    la: change.lastPlayMs,
    fl: change.floorMs,
    so: change.solved,
    ...(change.startsMs === 0 ? {} : { ss: change.startsMs }),
    ...(change.frozenAtMs === 0 ? {} : { fz: change.frozenAtMs }),
    ...(change.teamsMade === 0 ? {} : { tm: change.teamsMade }),
  };
  const fields = [HUNT_HEAD, JSON.stringify(head)];
  if (change.wrongAnswers !== undefined) {
    fields.push(WRONG_ANSWERS, JSON.stringify(change.wrongAnswers));
  }
  if (change.statuses !== undefined) {
    fields.push(HUNT_STATUSES, JSON.stringify([...change.statuses]));
  }
  if (change.broadcasts !== undefined) fields.push(BROADCASTS, JSON.stringify(change.broadcasts));
  if (change.opened !== undefined) fields.push(HUNT_OPENED, JSON.stringify([...change.opened]));
  for (const [clue, count] of change.solves) fields.push(SOLVES + clue, String(count));
  for (const [rule, count] of change.firsts) fields.push(FIRSTS + rule, String(count));
  return fields;
}

/** Undefined when nothing was committed for the hunt yet. */
export function parseHunt(
  slug: string,
  fields: Readonly<Record<string, string>>,
): HuntState | undefined {
  const text = fields[HUNT_HEAD];
  if (text === undefined) return undefined;
  const head = JSON.parse(text) as Head;
  const solves = new Map<string, number>();
  const firsts = new Map<string, number>();
  for (const [field, value] of Object.entries(fields)) {
    if (field.startsWith(SOLVES)) solves.set(field.slice(2), Number(value));
    else if (field.startsWith(FIRSTS)) firsts.set(field.slice(2), Number(value));
  }
  return {
    slug,
    version: head.v,
    hash: head.h,
    phase: HuntPhase.parse(head.p),
    startsMs: head.ss ?? 0,
    frozenAtMs: head.fz ?? 0,
    startedAtMs: head.st,
    maxTimeMs: head.mt,
    ids: head.i,
    watermarkMs: head.wm,
    lastPlayMs: head.la,
    floorMs: head.fl,
    solved: head.so,
    teamsMade: head.tm ?? 0,
    wrongAnswers: JSON.parse(fields[WRONG_ANSWERS] ?? '[]') as HuntState['wrongAnswers'],
    solves,
    firsts,
    statuses: parseStatuses(fields[HUNT_STATUSES]),
    broadcasts: JSON.parse(fields[BROADCASTS] ?? '[]') as HuntState['broadcasts'],
    opened: new Map(JSON.parse(fields[HUNT_OPENED] ?? '[]') as [string, number][]),
  };
}

/** @param text the field of that name; nobody is restricted where it was never written */
export function parseStatuses(text: string | null | undefined): HuntState['statuses'] {
  return new Map(JSON.parse(text ?? '[]') as [string, RestrictedStatus][]);
}

interface StoredTeam {
  readonly n?: string;
  /** Of playtesters. */
  readonly x?: 1;
  /** Its division. */
  readonly g?: string;
  readonly s: number;
  readonly d: readonly string[];
  readonly a?: readonly (readonly [string, number, number])[];
  readonly f?: readonly (readonly [string, number])[];
  readonly p?: StoredRoster;
  readonly l?: StoredTimeline;
  readonly m?: StoredMarks;
}

export function teamText(team: TeamState): string {
  const stored: StoredTeam = {
    ...(team.name === undefined ? {} : { n: team.name }),
    ...(team.isPlaytest ? { x: 1 as const } : {}),
    ...(team.division === undefined ? {} : { g: team.division }),
    s: team.score,
    d: [...team.solved],
    ...(team.attempts.size === 0
      ? {}
      : { a: [...team.attempts].map(([clue, { wrong, untilMs }]) => [clue, wrong, untilMs]) }),
    ...(team.fired.size === 0 ? {} : { f: [...team.fired] }),
    ...(team.roster === NO_ROSTER ? {} : { p: storedRoster(team.roster) }),
    ...(team.timeline === NO_TIMELINE ? {} : { l: storedTimeline(team.timeline) }),
    ...(team.marks === NO_MARKS ? {} : { m: storedMarks(team.marks) }),
  };
  return JSON.stringify(stored);
}

export function parseTeam({ hunt, team }: { hunt: string; team: string }, text: string): TeamState {
  const stored = JSON.parse(text) as StoredTeam;
  return {
    hunt,
    team,
    name: stored.n,
    isPlaytest: stored.x === 1,
    division: stored.g,
    score: stored.s,
    solved: new Set(stored.d),
    attempts: new Map(stored.a?.map(([clue, wrong, untilMs]) => [clue, { wrong, untilMs }])),
    fired: new Map(stored.f),
    roster: stored.p === undefined ? NO_ROSTER : parseRoster(stored.p),
    timeline: stored.l === undefined ? NO_TIMELINE : parseTimeline(stored.l),
    marks: stored.m === undefined ? NO_MARKS : parseMarks(stored.m),
  };
}
