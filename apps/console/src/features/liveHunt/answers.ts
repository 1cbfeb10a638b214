/** What the routes of a live hunt answer. */
import type {
  BoardRow,
  Broadcast,
  Division,
  HuntPhase,
  TeamSnapshot,
  TeamStatus,
  TeamView,
} from '@trove/contracts';
import type { ClueProgress } from '@trove/core';
import type { BoardAt, Correction, Finish } from '@trove/db';

export interface RestrictedTeam {
  readonly team: string;
  readonly name?: string;
  readonly status: Exclude<TeamStatus, 'playing'>;
}

export interface SaidBroadcast extends Broadcast {
  /** What the one team it is for is called. */
  readonly toName?: string;
}

/** Where a hunt stands and what an operator can do with it. Times in ms. */
export interface ControlAnswer {
  readonly slug: string;
  readonly title: string;
  readonly version: number;
  /** The phase in force, and those it can be given. */
  readonly phase: HuntPhase;
  readonly next: readonly HuntPhase[];
  readonly nowMs: number;
  /** When it starts or started, and when its file opens and closes it. */
  readonly startsMs?: number;
  readonly opensMs?: number;
  readonly closesMs?: number;
  readonly frozenAtMs?: number;
  readonly teams: number;
  readonly solves: number;
  readonly broadcasts: readonly SaidBroadcast[];
  readonly restricted: readonly RestrictedTeam[];
}

/** A clue as the head of a column, or of a row of hints. */
export interface ClueHead {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly hints: readonly { readonly id: string; readonly cost: number }[];
}

/** A clue for those who help teams at it. */
export interface ClueSolution {
  readonly id: string;
  /** Each of these is right; none where words can't say it. */
  readonly right: readonly string[];
  readonly hints: readonly { readonly id: string; readonly text: string }[];
}

export interface SolutionsAnswer {
  readonly clues: readonly ClueSolution[];
}

export interface ClueCell extends ClueProgress {
  /** When it was solved, ms, and for how many points; absent until the ledger has it. */
  readonly solvedMs?: number;
  readonly points?: number;
}

export interface ProgressRow {
  readonly team: string;
  readonly name?: string;
  readonly status: TeamStatus;
  readonly score: number;
  readonly solved: number;
  /** One for each clue, in their order. */
  readonly cells: readonly ClueCell[];
}

export interface ProgressAnswer {
  readonly clues: readonly ClueHead[];
  readonly rows: readonly ProgressRow[];
  /** All teams that were looked for, and the place of the first row among them. */
  readonly total: number;
  readonly from: number;
  readonly nowMs: number;
  /** False while the ledger could not be read: nothing has times then. */
  readonly hasTimes: boolean;
}

/** A team that may need help. */
export interface HelpRow {
  readonly team: string;
  readonly name?: string;
  readonly score: number;
  readonly solved: number;
  /** Since when it has solved nothing, ms: its last solve, else the hunt's opening. */
  readonly sinceMs: number;
  readonly hasSolved: boolean;
  /** Unsolved clues it took hints on or failed at. */
  readonly stuck: readonly ClueCell[];
  /** Clues it can try. */
  readonly open: readonly string[];
}

export interface HelpAnswer {
  readonly clues: readonly ClueHead[];
  readonly rows: readonly HelpRow[];
  /** Teams still under way; `rows` may be cut to those longest without a solve. */
  readonly total: number;
  readonly nowMs: number;
  readonly hasTimes: boolean;
}

/** The hunt as one team sees it, and what operators did to the team. */
export interface TeamAnswer {
  /** Of the hunt, in the order of its file. */
  readonly divisions: readonly Division[];
  readonly state: TeamSnapshot;
  readonly name?: string;
  readonly roster: TeamView;
  readonly status: TeamStatus;
  /** The board as players see it. */
  readonly board: readonly BoardRow[];
  readonly frozenAt?: string;
  readonly clues: readonly ClueHead[];
  /** Absent while the ledger could not be read. */
  readonly corrections?: readonly Correction[];
  readonly nowMs: number;
}

/** What is shown of a team, where it has a name beside its id. */
interface Named {
  readonly name?: string;
}

export interface TimelineAnswer extends Omit<BoardAt, 'rows'> {
  readonly rows: readonly (BoardAt['rows'][number] & Named)[];
  /** The instant shown; absent is now. */
  readonly atMs?: number;
  /** First and last movement of the hunt; absent before the first. */
  readonly span?: { readonly fromMs: number; readonly toMs: number; readonly entries: number };
  /** How long the ledger took to answer, ms. */
  readonly tookMs: number;
}

export interface FinishAnswer {
  readonly clues: readonly ClueHead[];
  readonly finish: readonly (Finish & Named)[];
}
