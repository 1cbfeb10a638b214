/** A hunt's memory while a chunk is decided: what changes is overlaid, the base is not touched. */

import type { Point } from '../geo/distance.js';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { atlasOf } from './clueAtlas.js';
import { ClueTable, type FigureSource } from './clueTable.js';
import { addTogether, type CoVisits, newCoVisits } from './coVisits.js';
import {
  type ClueFigures,
  type HuntMemory,
  type MemoryChange,
  NO_FIGURES,
  NO_TRAIL,
  newMemory,
  type Served,
  type Trail,
} from './huntMemory.js';
import { keepTable, takeTable } from './keptTables.js';
import { CO_VISITS, RECOMMEND_LIMITS } from './limits.js';
import { isPlaced, rounded, secondsOf } from './placing.js';
import { crowdAfter, heatAfter, hottestAfter } from './popularity.js';
import {
  type Choice,
  copyWeights,
  learn,
  type RankWeights,
  startWeights,
  weightsAfter,
} from './rankModel.js';
import { rated } from './skill.js';
import { SuggestionCounts } from './suggestionCounts.js';
import { trailAfter } from './trailAfter.js';

const { followedWithinMs, lastingMs, slots: SLOTS } = RECOMMEND_LIMITS;

interface Telling extends Served {
  readonly isPlaytest?: boolean;
}

export class MemoryDraft implements FigureSource {
  readonly counts = new SuggestionCounts();
  private readonly base: HuntMemory;
  private names: readonly string[] | undefined;
  private slots: ReadonlyMap<string, number>;
  private readonly together = new Map<number, number[]>();
  private readonly figures = new Map<number, ClueFigures>();
  private readonly crowds = new Map<number, number>();
  private readonly trails = new Map<string, Trail>();
  private moved: readonly number[] | undefined;
  private ownWeights: RankWeights | undefined;
  private readonly byGap: (Float64Array | undefined)[] = [];
  /** Of the version that was ranked last, be it in a chunk before. */
  private table: ClueTable | undefined;
  constructor(base: HuntMemory | undefined) {
    this.base = base ?? newMemory();
    this.slots = this.base.slots;
    this.table = takeTable(this.base);
    this.table?.readFrom(this);
  }

  get hottest(): readonly number[] {
    return this.moved ?? this.base.hottest;
  }

  get weights(): RankWeights {
    return this.ownWeights ?? this.base.weights ?? START;
  }

  /** Weights that may be written. */
  weightsToLearn(): RankWeights {
    this.ownWeights ??= copyWeights(this.weights);
    return this.ownWeights;
  }

  /** The weights that hold after a gap; worked out once until something was learnt. */
  weightsAfter(gap: number): Float64Array {
    const known = this.byGap[gap];
    if (known !== undefined) return known;
    const weights = weightsAfter(this.weights, gap);
    this.byGap[gap] = weights;
    return weights;
  }

  learn(choice: Choice): void {
    learn(this.weightsToLearn(), choice);
    this.byGap.length = 0;
  }

  trailOf(team: string): Trail {
    return this.trails.get(team) ?? this.base.trails.get(team) ?? NO_TRAIL;
  }

  /** The columns of a version's clues, each of which has a slot as far as there are any left. */
  tableOf(hunt: CompiledHunt): ClueTable {
    if (this.table?.hunt === hunt) return this.table;
    if (!atlasOf(hunt).slotsOf(this.slots).isWhole) this.addSlots(hunt);
    this.table = new ClueTable(hunt, this.slots, this);
    return this.table;
  }

  /** The clue a team solved last. */
  lastOf({ recent: [last] }: Trail): string | undefined {
    return last === undefined ? undefined : (this.names ?? this.base.names)[last];
  }

  /** Takes a reported position, unless the one at hand is young enough. */
  report(team: string, { lat, lon }: Point, nowMs: number): void {
    // Most reports end here. What this chunk has of the team is younger still.
    const nowS = secondsOf(nowMs);
    if (isPlaced(this.base.trails.get(team), nowS)) return;
    const trail = this.trailOf(team);
    if (isPlaced(trail, nowS)) return;
    const { recent, lastMs, skill, served } = trail;
    const at = rounded({ lat, lon });
    this.trails.set(team, { recent, lastMs, at, placedS: nowS, skill, served });
  }

  /**
   * Takes a solve: the way the team came, the clue's popularity, a suggestion followed. Gives the
   * team's trail, which is kept with what the team is told next.
   */
  solve(trail: Trail, clue: { id: string; fence?: Point }, nowMs: number): Trail {
    this.counts.follow(clue.id, trail.served, { nowMs, withinMs: followedWithinMs });
    const slot = this.slots.get(clue.id);
    const skill = slot === undefined ? trail.skill : this.visit(slot, trail, nowMs);
    return trailAfter({ trail, slot, skill }, clue.fence, nowMs);
  }

  /** The team's trail after a solve that nothing is learnt from. */
  follow(trail: Trail, clue: { id: string; fence?: Point }, nowMs: number): Trail {
    const slot = this.slots.get(clue.id);
    return trailAfter({ trail, slot, skill: trail.skill }, clue.fence, nowMs);
  }

  /** A wrong answer tells of the clue's difficulty and of the team's skill. */
  miss(team: string, clue: string): void {
    const slot = this.slots.get(clue);
    if (slot === undefined) return;
    const trail = this.trailOf(team);
    const figures = this.figuresOf(slot) ?? NO_FIGURES;
    const { skill, difficulty } = rated({ skill: trail.skill, ...figures }, false);
    this.setFigures(slot, { ...figures, difficulty });
    const { recent, lastMs, at, placedS, served } = trail;
    this.trails.set(team, { recent, lastMs, at, placedS, skill, served });
  }

  /**
   * Keeps a team's trail with what the team was told, whoever told it: it is on its way there, and
   * in the others' way unless it plays for a test.
   */
  tell(team: string, trail: Trail, { clues, atMs, isPlaytest = false }: Telling): void {
    const served = clues.length === 0 ? undefined : { clues, atMs };
    const { recent, lastMs, at, placedS, skill } = trail;
    this.trails.set(team, { recent, lastMs, at, placedS, skill, served });
    if (isPlaytest) return;
    // Told the same again, it is no second team.
    if (clues[0] === trail.served?.clues[0]) return;
    const slot = this.slots.get(clues[0] ?? '');
    if (slot !== undefined) this.crowd(slot, atMs);
  }

  change(clues: number): MemoryChange {
    const { names, together, figures, crowds, trails, moved: hottest } = this;
    const counts = this.counts.taken(clues);
    const weights = this.ownWeights;
    const change = { names, together, figures, crowds, hottest, weights, trails, counts };
    keepTable(change, this.table);
    return change;
  }

  figuresOf(slot: number): ClueFigures | undefined {
    return this.figures.get(slot) ?? this.base.figures.get(slot);
  }

  crowdOf(slot: number): number | undefined {
    return this.crowds.get(slot) ?? this.base.crowds.get(slot);
  }

  coVisitsOf(slot: number): CoVisits | undefined {
    return this.together.get(slot) ?? this.base.together.get(slot);
  }

  private setFigures(slot: number, figures: ClueFigures): void {
    this.figures.set(slot, figures);
    this.table?.moved(slot);
  }

  /** What a solve leaves on its clue and beside those before it; gives the team's new skill. */
  private visit(slot: number, { recent, skill: before }: Trail, nowMs: number): Trail['skill'] {
    const figures = this.figuresOf(slot) ?? NO_FIGURES;
    const { skill, difficulty } = rated({ skill: before, ...figures }, true);
    this.setFigures(slot, {
      now: heatAfter(figures.now, nowMs),
      lasting: heatAfter(figures.lasting, nowMs, lastingMs),
      solves: figures.solves + 1,
      difficulty,
    });
    this.crowd(slot, nowMs);
    const hottest = hottestAfter(this.hottest, slot, (one) => this.figuresOf(one)?.now);
    if (hottest !== this.hottest) this.moved = hottest;
    const { length } = recent;
    for (let i = 0; i < length && i < CO_VISITS.window; i += 1) {
      const other = recent[i] as number;
      const weight = 1 / (1 + i);
      addTogether(this.ownVisits(other), { slot, weight, isNext: i === 0, nowMs });
      addTogether(this.ownVisits(slot), { slot: other, weight, isNext: false, nowMs });
    }
    return skill;
  }

  private crowd(slot: number, nowMs: number): void {
    this.crowds.set(slot, crowdAfter(this.crowdOf(slot), nowMs));
    this.table?.moved(slot);
  }

  private ownVisits(slot: number): number[] {
    let own = this.together.get(slot);
    if (own === undefined) {
      own = this.base.together.get(slot)?.slice() ?? newCoVisits();
      this.together.set(slot, own);
    }
    return own;
  }

  private addSlots({ clues }: CompiledHunt): void {
    const names = [...(this.names ?? this.base.names)];
    const slots = new Map(this.slots);
    for (const { id } of clues) {
      if (slots.has(id) || names.length >= SLOTS) continue;
      slots.set(id, names.length);
      names.push(id);
    }
    if (names.length === this.slots.size) return;
    this.names = names;
    this.slots = slots;
  }
}

const START = startWeights();
