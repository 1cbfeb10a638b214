/**
 * One designer's work on one draft: what they change is shown at once and saved a moment later, in
 * order, each saving made on the revision the one before has left. What meets another's changes is
 * carried over to them where the two touch different places. What can't be saved is taken back,
 * said and kept for its writer; what the server could not be asked is asked again.
 */
import type { DraftPatch, DraftView } from '@trove/contracts';
import { createPatch } from 'rfc6902';
import type { SaveAnswer } from '../../server/commands/saveDraft';
import { carriedPast } from './carriedPast';
import { carryOver } from './carryOver';
import { carryText, type WrittenText } from './carryText';
import { isEqual } from './isEqual';
import { patched } from './patched';

export interface DraftState {
  /** As it was last saved. */
  readonly draft: DraftView;
  /** With what is not saved yet. */
  readonly value: unknown;
  readonly isSaving: boolean;
  readonly canUndo: boolean;
  /** What went wrong with the last change. */
  readonly says: string | undefined;
  /** What was not taken: its writer puts it back or lets it go. */
  readonly kept: readonly KeptChange[];
  /** The text of the file while somebody writes it, until it is saved. */
  readonly written: WrittenText | undefined;
}

export interface KeptChange {
  /** What it was made on. */
  readonly from: unknown;
  readonly patch: DraftPatch;
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
const NO_FIT = 'This does not fit the draft any more.';

export class DraftSession {
  readonly #options: DraftSessionOptions;
  readonly #listeners = new Set<() => void>();
  #pending: DraftPatch = [];
  /** How many of them were sent and may be saved, though no answer says so. */
  #sent = 0;
  #past: readonly unknown[] = [];
  /** Answers that came while a saving was on its way, whose own answer is needed first. */
  #unheard: SaveAnswer[] = [];
  #isScheduled = false;
  #state: DraftState;

  constructor(options: DraftSessionOptions) {
    this.#options = options;
    const { draft } = options;
    const nothing = { isSaving: false, canUndo: false, says: undefined, written: undefined };
    this.#state = { draft, value: draft.value, kept: [], ...nothing };
  }

  readonly state = (): DraftState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** True while something is not saved. */
  get isAhead(): boolean {
    const { kept, written } = this.#state;
    return this.#pending.length > 0 || kept.length > 0 || written !== undefined;
  }

  /** Changes the draft. Operations that do not fit its value are not taken, and that is said. */
  edit(patch: DraftPatch): void {
    if (patch.length === 0) return;
    const value = patched(this.#state.value, patch);
    if (value === undefined) {
      this.#set({ says: NO_FIT });
      return;
    }
    this.#past = [...this.#past.slice(1 - UNDOABLE), this.#state.value];
    this.#take(patch, value);
  }

  /** Goes back by one change of this sitting. */
  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#past = this.#past.slice(0, -1);
    const patch = createPatch(this.#state.value, before) as DraftPatch;
    if (patch.length > 0) this.#take(patch, before);
  }

  /** Notes the file's text as it is being written; as it is saved, there is nothing to note. */
  write(text: string): void {
    const { draft, written, says } = this.#state;
    const { source } = written ?? draft;
    this.#set({ written: text === draft.source ? undefined : { text, source }, says });
  }

  /** Puts back what was not taken, over what others have written in its place. */
  putBack(): void {
    const left = this.#state.kept.filter((kept) => {
      const onto = this.#state.value;
      if (carryOver({ ...kept, onto, isInsisted: true }) === undefined) return true;
      this.edit(kept.patch);
      return false;
    });
    this.#set({ kept: left, says: left.length > 0 ? NO_FIT : undefined });
  }

  letGo(): void {
    this.#set({ kept: [] });
  }

  /** Takes over what the server has of the draft, unless it was newer here already. */
  replace(draft: DraftView): void {
    this.hear({ isDone: true, draft });
  }

  /** Takes over what was put in the place of the whole file; undo leads back to what was there. */
  exchange(draft: DraftView): void {
    const past = [...this.#past.slice(1 - UNDOABLE), this.#state.value];
    this.replace(draft);
    // While a saving is on its way it is heard later, as anybody's change is.
    if (this.#state.draft.revision !== draft.revision) return;
    this.#past = past;
    this.#set({});
  }

  /** Takes over what the server has answered to a change that was not made through this sitting. */
  hear(answer: SaveAnswer): void {
    if (this.#state.isSaving) {
      this.#unheard.push(answer);
      return;
    }
    const draft = answer.isDone ? answer.draft : answer.newer;
    if (draft && draft.revision >= this.#state.draft.revision) this.#adopt(draft);
    if (!answer.isDone) this.#set({ says: answer.says });
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
    // What had no answer is asked for again as it was, so that it is known for what was saved.
    const patch = this.#pending.slice(0, this.#sent || OPERATIONS);
    if (this.#state.isSaving || patch.length === 0) return;
    this.#sent = patch.length;
    this.#set({ isSaving: true });
    const { slug, revision } = this.#state.draft;
    try {
      this.#settle(await this.#options.save({ slug, revision, patch }));
    } catch {
      this.#set({ isSaving: false, says: 'Not saved yet: the console does not answer.' });
      this.#schedule(ASK_AGAIN_MS);
    }
    for (const answer of this.#unheard.splice(0)) this.hear(answer);
  }

  #settle(answer: SaveAnswer): void {
    const { draft } = this.#state;
    if (answer.isDone) {
      const sent = this.#pending.slice(0, this.#sent);
      this.#pending = this.#pending.slice(this.#sent);
      // Somebody else may have been at it before the answer was written.
      const isOurs = answer.draft.revision === draft.revision + 1;
      this.#goOn(answer.draft, isOurs ? answer.draft.value : patched(draft.value, sent));
    } else if (answer.newer && answer.newer.revision !== draft.revision) {
      if (!this.#adopt(answer.newer)) this.#set({ says: answer.says });
    } else {
      this.#keep(draft.value);
      this.#set({ isSaving: false, value: draft.value, says: answer.says });
    }
  }

  /** Goes on from what somebody else has left, or what was saved here without an answer. */
  #adopt(draft: DraftView): boolean {
    const { value } = this.#state.draft;
    const sent = this.#pending.slice(0, this.#sent);
    const isSaved = sent.length > 0 && isEqual(patched(value, sent), draft.value);
    if (isSaved) this.#pending = this.#pending.slice(sent.length);
    return this.#goOn(draft, isSaved ? draft.value : value);
  }

  /**
   * Goes on from another state of the draft with all that is not saved. False when the two do not
   * go together: then that is kept.
   *
   * @param from what the changes that are not saved were made on
   */
  #goOn(draft: DraftView, from: unknown): boolean {
    this.#sent = 0;
    const [patch, onto] = [this.#pending, draft.value];
    const ahead = patch.length > 0 ? carryOver({ patch, from, onto }) : onto;
    const isCarried = patch.length === 0 || ahead !== undefined;
    if (isCarried) this.#past = carriedPast(this.#past, from, onto);
    else this.#keep(from);
    this.#set({
      isSaving: false,
      draft,
      // The very same value when nothing is ahead of it: that is how one knows that all is saved.
      value: isCarried ? ahead : onto,
      written: carryText(this.#state.written, draft.source),
    });
    if (this.#pending.length > 0) this.#schedule(0);
    return isCarried;
  }

  /** Takes back what is not saved, and keeps it. To what was before it no step of undo leads. */
  #keep(from: unknown): void {
    const kept = { from, patch: this.#pending };
    this.#pending = [];
    this.#sent = 0;
    this.#past = [];
    this.#set({ kept: [...this.#state.kept, kept] });
  }

  #set(changes: Partial<DraftState>): void {
    const canUndo = this.#past.length > 0;
    this.#state = { ...this.#state, says: undefined, ...changes, canUndo };
    for (const listener of this.#listeners) listener();
  }
}
