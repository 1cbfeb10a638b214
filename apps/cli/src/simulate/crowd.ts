/**
 * A seeded crowd of players who walk between the clues of a hunt in small teams. Teams that have
 * found everything linger, go home, and others come. Pure: no clock, no chance of its own.
 */
import type { Clue, HuntDefinition, Requires } from '@trove/contracts';
import {
  askHint,
  type Deed,
  isWalked,
  type Point,
  placeOf,
  reportAt,
  spread,
  tryClue,
  type WalkedClue,
} from './clueWalk.js';
import { CROWD } from './limits.js';
import type { Random } from './random.js';
import { teamNameOf } from './teamNames.js';

export interface Acted {
  readonly player: string;
  readonly team: string;
  readonly deed: Deed;
  /** Which of the crowd's players it is, from 0: the same through all teams. */
  readonly walker: number;
  readonly at: Point;
  /** Another player of the team, if it has one. */
  readonly mate: { readonly player: string; readonly walker: number } | undefined;
}

interface Team {
  readonly name: string;
  /** Clues the team believes to have found. */
  readonly found: Set<string>;
  lingering: number;
}

interface Walker {
  team: Team;
  at: Point;
  target: WalkedClue | undefined;
  steps: number;
}

export interface CrowdOptions {
  readonly definition: HuntDefinition;
  readonly players: number;
  readonly random: Random;
  readonly stepsToClue: number;
  /** Number of the first team, where several crowds play and none may share a team's name. */
  readonly firstTeam?: number;
}

export class Crowd {
  readonly #options: CrowdOptions;
  readonly #walkers: Walker[] = [];
  readonly #teams: Team[] = [];
  readonly #clues: readonly WalkedClue[];
  readonly #start: Point;
  #teamsMade: number;

  constructor(options: CrowdOptions) {
    this.#options = options;
    this.#teamsMade = options.firstTeam ?? 0;
    this.#clues = options.definition.clues.filter(isWalked);
    this.#start = middleOf(options.definition.clues);
    for (let number = 0; number < options.players; number += 1) {
      const seat = Math.floor(number / CROWD.playersPerTeam);
      const team = this.#teams[seat] ?? this.#newTeam(seat);
      this.#walkers.push({ team, at: this.#somewhere(), target: undefined, steps: 0 });
    }
  }

  /** What some player does next. */
  next(): Acted {
    const { random } = this.#options;
    const number = random.below(this.#walkers.length);
    const walker = this.#walkers[number] as Walker;
    const seat = Math.floor(number / CROWD.playersPerTeam);
    const seated = this.#teams[seat];
    if (seated !== undefined && seated !== walker.team) this.#joinTeam(walker, seated);
    const deed = this.#deedOf(walker, seat);
    const { team, at } = walker;
    const mate = this.#mateOf(number);
    return {
      player: playerName(team, number),
      team: team.name,
      deed,
      walker: number,
      at,
      mate: mate === undefined ? undefined : { player: playerName(team, mate), walker: mate },
    };
  }

  /** The next player of the same seat. */
  #mateOf(number: number): number | undefined {
    const first = number - (number % CROWD.playersPerTeam);
    const size = Math.min(CROWD.playersPerTeam, this.#walkers.length - first);
    return size < 2 ? undefined : first + ((number - first + 1) % size);
  }

  #deedOf(walker: Walker, seat: number): Deed {
    const { random, stepsToClue } = this.#options;
    walker.target ??= this.#choose(walker.team);
    const { target } = walker;
    if (target === undefined) return this.#linger(walker, seat);
    walker.steps += 1;
    const goal = placeOf(target);
    if (goal !== undefined) walker.at = towards(walker.at, goal, walker.steps / stepsToClue);
    if (walker.steps < stepsToClue) {
      const hint = random.chance(CROWD.asksHint) ? askHint(target, random) : undefined;
      return hint ?? reportAt(walker.at, random);
    }
    const { deed, solves } = tryClue(target, random);
    if (solves) walker.team.found.add(target.id);
    walker.target = undefined;
    walker.steps = 0;
    return deed;
  }

  /** A clue that can be found now; now and then one that cannot. */
  #choose({ found }: Team): WalkedClue | undefined {
    const { random } = this.#options;
    const left = this.#clues.filter(({ id }) => !found.has(id));
    if (left.length === 0) return undefined;
    if (random.chance(CROWD.strayWalk)) return random.pick(this.#clues);
    const open = left.filter(({ requires }) => isUnlocked(requires, found));
    return random.pick(open.length > 0 ? open : left);
  }

  #linger(walker: Walker, seat: number): Deed {
    const { random } = this.#options;
    walker.team.lingering += 1;
    const enough = CROWD.stepsAfterLast * CROWD.playersPerTeam;
    const deed = reportAt(walker.at, random);
    if (walker.team.lingering === enough) this.#newTeam(seat);
    return deed;
  }

  #newTeam(seat: number): Team {
    const team: Team = { name: teamNameOf(this.#teamsMade), found: new Set(), lingering: 0 };
    this.#teamsMade += 1;
    this.#teams[seat] = team;
    return team;
  }

  #joinTeam(walker: Walker, team: Team): void {
    walker.team = team;
    walker.at = this.#somewhere();
    walker.target = undefined;
    walker.steps = 0;
  }

  #somewhere(): Point {
    return spread(this.#start, CROWD.startSpreadDeg, this.#options.random);
  }
}

function playerName(team: Team, number: number): string {
  return `${team.name}-p${number + 1}`;
}

function isUnlocked(requires: Requires | undefined, found: ReadonlySet<string>): boolean {
  if (requires === undefined) return true;
  if ('all' in requires) return requires.all.every((id) => found.has(id));
  if ('any' in requires) return requires.any.some((id) => found.has(id));
  return requires.of.filter((id) => found.has(id)).length >= requires.atLeast;
}

/** A point the given share of the way from one to another. */
function towards(from: Point, to: Point, share: number): Point {
  const part = Math.min(1, share);
  return {
    lat: from.lat + (to.lat - from.lat) * part,
    lon: from.lon + (to.lon - from.lon) * part,
  };
}

function middleOf(clues: readonly Clue[]): Point {
  const places = clues.map(placeOf).filter((place) => place !== undefined);
  const middle = (values: number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return {
    lat: middle(places.map(({ lat }) => lat)),
    lon: middle(places.map(({ lon }) => lon)),
  };
}
