/**
 * Holds the state of the players' screens, tells those who watch it, and keeps it on the device a
 * moment after it has changed.
 */
import type { Session } from '@trove/player-sdk';
import { keepPlay, viewOf } from './keptPlay';
import { PLAY_LIMITS } from './limits';
import { OPENING, type PlayState } from './playState';

export class PlayStore {
  readonly #slug: string;
  readonly #listeners = new Set<() => void>();
  #state: PlayState = OPENING;
  #session: Session | undefined;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  /** Another tab may have joined where this one stands at the form: that is not written over. */
  #hasPlayed = false;
  #isDirty = false;

  constructor(slug: string) {
    this.#slug = slug;
  }

  get state(): PlayState {
    return this.#state;
  }

  get session(): Session | undefined {
    return this.#session;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(change: Partial<PlayState>): void {
    this.put({ ...this.#state, ...change });
  }

  put(state: PlayState): void {
    this.#show(state);
    this.#isDirty = true;
    this.#keeping ??= setTimeout(() => this.keepNow(), PLAY_LIMITS.keepAfterMs);
  }

  #show(state: PlayState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  /** The pass is kept at once: without it nothing else on the device is of use. */
  setSession(session: Session | undefined): void {
    this.#session = session;
    this.#hasPlayed ||= session !== undefined;
    this.#isDirty = true;
    this.keepNow();
  }

  /** A device that keeps nothing plays on and says so; the next change is tried again. */
  keepNow(): void {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    if (this.#state.stage === 'opening' || !this.#hasPlayed || !this.#isDirty) return;
    this.#isDirty = false;
    const kept = { session: this.#session, view: viewOf(this.#state) };
    void keepPlay(this.#slug, kept).then(
      () => this.#remembered(true),
      () => {
        this.#isDirty = true;
        this.#remembered(false);
      },
    );
  }

  #remembered(isRemembered: boolean): void {
    if (isRemembered !== this.#state.isRemembered) this.#show({ ...this.#state, isRemembered });
  }

  close(): void {
    if (this.#keeping !== undefined) this.keepNow();
    this.#listeners.clear();
  }
}
