/** What trying events on a draft, and running its fixtures, answers. */
import type { Fixture } from '@trove/contracts';
import type { DraftFixtures, TriedEvent } from '@trove/core';

export type DraftFixture = Extract<DraftFixtures, { ok: true }>['fixtures'][number];

export interface FixturesAnswer {
  /** The draft's revision they were run on. */
  readonly revision: number;
  readonly ran: DraftFixtures;
}

/** What came of the events for one team. */
export interface TriedTeam {
  readonly team: string;
  readonly events: readonly TriedEvent[];
  /** The same as a fixture, without a name yet. */
  readonly fixture: Fixture;
  /** Fields of what is expected in which the fixture comes out otherwise than what was tried. */
  readonly differsIn: readonly string[];
}

export type TryAnswer =
  | { readonly isDone: true; readonly teams: readonly TriedTeam[] }
  | { readonly isDone: false; readonly says: string };
