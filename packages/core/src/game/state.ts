/** What a partition remembers of hunts and teams. Plain values; the pipeline copies on write. */
import type { Broadcast, HuntPhase, PhotoStatus, TeamStatus } from '@trove/contracts';
import type { WrongAnswer } from '../quality/teamWatch.js';

export interface HuntState {
  readonly slug: string;
  /** Version in force at the cursor; 0 before the first publication. */
  readonly version: number;
  readonly hash: string;
  /** As the log has it; `phaseAt` tells which is in force. */
  readonly phase: HuntPhase;
  /** When an operator let it start, or will, ms on its clock; 0 where its file says. */
  readonly startsMs: number;
  /** Since when players see the board as it stood, ms on its clock; 0 while it moves. */
  readonly frozenAtMs: number;
  /** When it was first published or, on its events' clock, first played; ms. */
  readonly startedAtMs: number;
  /** Highest event time so far, ms; the clock of a hunt on its events' clock. */
  readonly maxTimeMs: number;
  /** Ids remembered so far. */
  readonly ids: number;
  /** Latest corrected time of an event so far, ms; 0 before the first. */
  readonly watermarkMs: number;
  /** When the last event was judged, ms on its clock; 0 before the first. */
  readonly lastPlayMs: number;
  /** Ids whose own time is below this are refused as late; 0 on an events' clock. */
  readonly floorMs: number;
  /** Teams that solved each clue. */
  readonly solves: ReadonlyMap<string, number>;
  /** All solves of the hunt. */
  readonly solved: number;
  /** Wrong answers that those of other teams are compared with; the oldest first. */
  readonly wrongAnswers: readonly WrongAnswer[];
  /** How many of the first N of each limited rule are gone. */
  readonly firsts: ReadonlyMap<string, number>;
  /** Teams that do not play like all others. */
  readonly statuses: ReadonlyMap<string, RestrictedStatus>;
  /** What operators said last; the oldest first. */
  readonly broadcasts: readonly Broadcast[];
}

export type RestrictedStatus = Exclude<TeamStatus, 'playing'>;

/** What rules, hints and time have left on a team beside its score; bounded by the hunt file. */
export interface TeamMarks {
  /** Clues that rules unlocked. */
  readonly unlocked: ReadonlySet<string>;
  /** Since when the team can try the clues for which that matters, ms. */
  readonly unlockedAtMs: ReadonlyMap<string, number>;
  /** Hints taken, as `clue/hint`. */
  readonly hints: ReadonlySet<string>;
  readonly counters: ReadonlyMap<string, number>;
  readonly badges: ReadonlySet<string>;
  /** When each rule with a cool-down last fired for this team, ms. */
  readonly firedAtMs: ReadonlyMap<string, number>;
  /** What was paid for hints and not given back, as `clue/hint`. */
  readonly paid: ReadonlyMap<string, number>;
  /** The last photo of each photo clue that the team has sent one of. */
  readonly photos: ReadonlyMap<string, PhotoMark>;
}

/** A team's photo of a clue, and what became of it. */
export interface PhotoMark {
  readonly photo: string;
  readonly status: PhotoStatus;
  /** Who sent it, and when: on the hunt's clock and by the sender's, ms. */
  readonly player: string;
  readonly atMs: number;
  readonly timeMs: number;
  /** It came too long after it happened to bring points. */
  readonly isLate?: boolean;
  /** What the operator said of it. */
  readonly reason?: string;
  /** What the team said against a rejection; it may once. */
  readonly appeal?: string;
  /** What its acceptance has moved; absent while it never was accepted. */
  readonly points?: number;
}

export interface TeamState {
  readonly hunt: string;
  readonly team: string;
  readonly name: string | undefined;
  /** Of playtesters: nothing that other teams or boards see comes of what it does. */
  readonly isPlaytest: boolean;
  readonly score: number;
  readonly solved: ReadonlySet<string>;
  /** Wrong answers by clue, and until when (ms) the team waits. */
  readonly attempts: ReadonlyMap<string, { readonly wrong: number; readonly untilMs: number }>;
  /** Times each limited rule fired for this team. */
  readonly fired: ReadonlyMap<string, number>;
  readonly players: ReadonlySet<string>;
  readonly marks: TeamMarks;
}

export function newHunt(slug: string): HuntState {
  return {
    slug,
    version: 0,
    hash: '',
    phase: 'live',
    startsMs: 0,
    frozenAtMs: 0,
    startedAtMs: 0,
    maxTimeMs: 0,
    ids: 0,
    watermarkMs: 0,
    lastPlayMs: 0,
    floorMs: 0,
    solves: new Map(),
    solved: 0,
    wrongAnswers: [],
    firsts: new Map(),
    statuses: NO_STATUSES,
    broadcasts: NO_BROADCASTS,
  };
}

const NO_STATUSES: HuntState['statuses'] = new Map();
const NO_BROADCASTS: HuntState['broadcasts'] = [];

/** Shared by all teams that have done nothing yet; drafts copy before they write. */
const NONE: ReadonlySet<string> = new Set();
const NO_ATTEMPTS: TeamState['attempts'] = new Map();
const NOT_FIRED: TeamState['fired'] = new Map();

/** Most teams of most hunts never have any, so they share these. */
export const NO_MARKS: TeamMarks = {
  unlocked: NONE,
  unlockedAtMs: new Map(),
  hints: NONE,
  counters: new Map(),
  badges: NONE,
  firedAtMs: new Map(),
  paid: new Map(),
  photos: new Map(),
};

export function newTeam(hunt: string, team: string): TeamState {
  return {
    hunt,
    team,
    name: undefined,
    isPlaytest: false,
    score: 0,
    solved: NONE,
    attempts: NO_ATTEMPTS,
    fired: NOT_FIRED,
    players: NONE,
    marks: NO_MARKS,
  };
}
