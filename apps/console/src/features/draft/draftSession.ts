/**
 * One designer's work on one draft: what they change is shown at once and saved a moment later, in
 * order, each saving made on the revision the one before has left. What the server refuses is taken
 * back and said; what it could not be asked is kept and asked again.
 */
import type { DraftPatch, DraftView } from '@trove/contracts';
import { applyPatch, createPatch } from 'rfc6902';
import type { SaveAnswer } from '../../server/commands/saveDraft';

export interface DraftState {
  /** As it was last saved. */
  readonly draft: DraftView;
  /** With what is not saved yet. */
  readonly value: unknown;
  readonly isSaving: boolean;
  readonly canUndo: boolean;
  /** What went wrong with the last change. */
  readonly says?: string;
}

export interface DraftSessionOptions {
  readonly draft: DraftView;
  save(changes: { slug: string; revision: number; patch: DraftPatch }): Promise<SaveAnswer>;
  /** Calls back after so many milliseconds. */
  later(callback: () => void, ms: number): void;
}

const SAVE_AFTER_MS = 400;
const ASK_AGAIN_MS = 2_000;
const UNDOABLE = 50;
/** Operations of one saving; the rest goes with the next. */
const OPERATIONS = 500;

export class DraftSession {
  readonly #options: DraftSessionOptions;
  readonly #listeners = new Set<() => void>();
  #pending: DraftPatch = [];
  #past: unknown[] = [];
  #isScheduled = false;
  #state: DraftState;

  constructor(options: DraftSessionOptions) {
    this.#options = options;
    const { draft } = options;
    this.#state = { draft, value: draft.value, isSaving: false, canUndo: false };
  }

  readonly state = (): DraftState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** True while something is not saved. */
  get isAhead(): boolean {
    return this.#pending.length > 0;
  }

  /** Changes the draft. Operations that do not fit its value are not taken, and that is said. */
  edit(patch: DraftPatch): void {
    if (patch.length === 0) return;
    const value = patched(this.#state.value, patch);
    if (value === undefined) {
      this.#set({ says: 'This does not fit the draft any more.' });
      return;
    }
    this.#past = [...this.#past.slice(1 - UNDOABLE), this.#state.value];
    this.#take(patch, value);
  }

  /** Goes back by one change of this sitting. */
  undo(): void {
    const before = this.#past.pop();
    if (before === undefined) return;
    const patch = createPatch(this.#state.value, before) as DraftPatch;
    if (patch.length > 0) this.#take(patch, before);
  }

  /** Takes over what the server has of the draft, as after its whole text was replaced. */
  replace(draft: DraftView): void {
    this.#pending = [];
    this.#past = [];
    this.#set({ draft, value: draft.value });
  }

  #take(patch: DraftPatch, value: unknown): void {
    this.#pending = [...this.#pending, ...patch];
    this.#set({ value });
    this.#schedule(SAVE_AFTER_MS);
  }

  #schedule(ms: number): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#options.later(() => {
      this.#isScheduled = false;
      void this.#flush();
    }, ms);
  }

  async #flush(): Promise<void> {
    const patch = this.#pending.slice(0, OPERATIONS);
    if (this.#state.isSaving || patch.length === 0) return;
    this.#set({ isSaving: true });
    const { slug, revision } = this.#state.draft;
    try {
      this.#settle(await this.#options.save({ slug, revision, patch }), patch.length);
    } catch {
      this.#set({ isSaving: false, says: 'Not saved yet: the console does not answer.' });
      this.#schedule(ASK_AGAIN_MS);
    }
  }

  #settle(answer: SaveAnswer, saved: number): void {
    if (answer.isDone) {
      this.#pending = this.#pending.slice(saved);
      const { draft } = answer;
      const isAll = this.#pending.length === 0;
      const value = isAll ? draft.value : (patched(draft.value, this.#pending) ?? draft.value);
      this.#set({ isSaving: false, draft, value });
      if (this.#pending.length > 0) this.#schedule(0);
      return;
    }
    this.#pending = [];
    this.#past = [];
    const draft = answer.newer ?? this.#state.draft;
    this.#set({ isSaving: false, draft, value: draft.value, says: answer.says });
  }

  #set(changes: Partial<DraftState>): void {
    const { says: _, ...kept } = this.#state;
    this.#state = { ...kept, ...changes, canUndo: this.#past.length > 0 };
    for (const listener of this.#listeners) listener();
  }
}

/** Undefined when an operation does not fit. */
function patched(value: unknown, patch: DraftPatch): unknown {
  const copy: unknown = structuredClone(value);
  try {
    return applyPatch(copy, patch).some((failure) => failure !== null) ? undefined : copy;
  } catch {
    return undefined;
  }
}
