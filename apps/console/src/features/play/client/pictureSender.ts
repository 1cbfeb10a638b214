/**
 * Sends photos: at once where there is a signal, else from the shelf when there is one again. A
 * picture that waits stands among the submissions as one that is on the phone, and gives its place
 * to the event that names it.
 */
import type { ProblemCode } from '@trove/contracts';
import { type Player, type Sent, TroveError } from '@trove/player-sdk';
import { NO_SIGNAL, wordsOfRefusal } from './joinPlay';
import { PLAY_LIMITS } from './limits';
import type { PictureShelf } from './pictureShelf';
import type { PlayStore } from './playStore';
import { type Submission, withoutSubmission, withRefused, withSubmission } from './submission';

interface PictureSenderParts {
  readonly shelf: PictureShelf;
  readonly store: PlayStore;
  /** Undefined while nobody plays. */
  readonly player: () => Player | undefined;
  /** Notes the event that names the photo. */
  readonly note: (sent: Sent, clue: string) => void;
}

/** What became of one try. */
type Tried =
  | { readonly became: 'sent' }
  | { readonly became: 'waits' }
  | { readonly became: 'refused'; readonly says: string };

/** What another try may find otherwise. */
const PASSING: ReadonlySet<ProblemCode> = new Set(['not_ready', 'busy', 'rate_limited']);

const LOST = 'this phone has lost the picture. Please take it again.';
const FULL = 'This phone keeps no more photos until there is a signal.';

export class PictureSender {
  readonly #parts: PictureSenderParts;
  #isSending = false;

  constructor(parts: PictureSenderParts) {
    this.#parts = parts;
  }

  /** Undefined when the photo is the hunt's, or waits for a signal; else why it is neither. */
  async submit(clue: string, picture: Blob): Promise<string | undefined> {
    const tried = await this.#send(clue, picture);
    if (tried.became === 'waits') return await this.#wait(clue, picture);
    return tried.became === 'refused' ? tried.says : undefined;
  }

  /** Sends what waits, one after another; what still finds no signal goes on waiting. */
  async sendWaiting(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (const one of this.#waiting()) await this.#sendFromShelf(one);
    } finally {
      this.#isSending = false;
    }
  }

  #waiting(): readonly Submission[] {
    const { submissions } = this.#parts.store.state;
    return submissions.filter((one) => one.isPicture === true && one.progress === 'waiting');
  }

  async #send(clue: string, picture: Blob): Promise<Tried> {
    const player = this.#parts.player();
    if (player === undefined || player.connection !== 'live') return { became: 'waits' };
    try {
      const sent = await player.submitPhoto(clue, picture);
      if (!sent.ok) return { became: 'waits' };
      this.#parts.note(sent, clue);
      return { became: 'sent' };
    } catch (error) {
      if (!(error instanceof TroveError)) throw error;
      const { code } = error.problem;
      if (PASSING.has(code)) return { became: 'waits' };
      return { became: 'refused', says: wordsOfRefusal(code) };
    }
  }

  async #wait(clue: string, picture: Blob): Promise<string | undefined> {
    const { shelf, store } = this.#parts;
    const others = this.#waiting().filter((one) => one.clue !== clue);
    if (others.length >= PLAY_LIMITS.waitingPictures) return FULL;
    const isKept = await shelf.put(clue, picture).then(
      () => true,
      () => false,
    );
    if (!isKept) return NO_SIGNAL;
    const one: Submission = {
      id: `picture-${clue}`,
      type: 'photo.submitted.v1',
      clue,
      says: 'A photo',
      atMs: Date.now(),
      progress: 'waiting',
      isPicture: true,
    };
    const { submissions } = store.state;
    store.set({ submissions: withSubmission(withoutSubmission(submissions, one.id), one) });
    store.keepNow();
    return undefined;
  }

  async #sendFromShelf(one: Submission): Promise<void> {
    const { shelf, store } = this.#parts;
    const { id, clue = '' } = one;
    const release = await shelf.hold(clue);
    if (release === undefined) return;
    try {
      const picture = await shelf.take(clue);
      const tried: Tried =
        picture === undefined ? { became: 'refused', says: LOST } : await this.#send(clue, picture);
      if (tried.became === 'waits') return;
      const { submissions } = store.state;
      store.set({
        submissions:
          tried.became === 'sent'
            ? withoutSubmission(submissions, id)
            : withRefused(submissions, id, tried.says),
      });
      store.keepNow();
      await shelf.remove(clue);
    } finally {
      await release();
    }
  }
}
