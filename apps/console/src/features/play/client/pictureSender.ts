/**
 * Sends photos. A picture is put on the shelf before anything else, so that it outlives the page,
 * and leaves from there when there is a signal. While it lies there it stands among the submissions
 * as one that is on the phone, and gives its place to the event that names it.
 */
import type { ProblemCode } from '@trove/contracts';
import { type Player, type Sent, TroveError } from '@trove/player-sdk';
import { NO_SIGNAL, wordsOfRefusal } from './joinPlay';
import { PLAY_LIMITS } from './limits';
import type { Picture, PictureNote, PictureShelf } from './pictureShelf';
import { type Submission, waitingPictures } from './submission';

/** Who is sent to. */
export interface Sender {
  readonly team: string;
  readonly player: Pick<Player, 'connection' | 'submitPhoto'>;
}

interface PictureSenderParts {
  readonly shelf: PictureShelf;
  /** Undefined while nobody plays. */
  readonly sender: () => Sender | undefined;
  readonly submissions: () => readonly Submission[];
  /** One more on the phone. */
  readonly waits: (one: Submission) => void;
  /** The event that names the photo is on its way; it takes the picture's place. */
  readonly sent: (sent: Sent, picture: Submission) => void;
  readonly refused: (picture: Submission, says: string) => void;
}

/** What another try finds no otherwise; all else may pass, as a pass that has run out does. */
const FINAL: ReadonlySet<ProblemCode> = new Set([
  ...(['too_large', 'not_a_photo', 'too_many_photos', 'not_found', 'malformed'] as const),
  'not_permitted',
]);

const FULL = 'This phone keeps no more photos until there is a signal.';
const GONE =
  'it is not on this phone any more: another window has sent it, or the browser has thrown it ' +
  'away. Look whether the clue has your photo.';
const OTHERS = 'it was taken for another team.';

export class PictureSender {
  readonly #parts: PictureSenderParts;
  #isSending = false;
  #isWanted = false;

  constructor(parts: PictureSenderParts) {
    this.#parts = parts;
  }

  /** What an earlier page has left on the shelf, also where its view was lost. */
  async restore(): Promise<void> {
    const known = new Set(this.#parts.submissions().map(({ id }) => id));
    for (const note of await this.#parts.shelf.notes()) {
      if (!known.has(nameOf(note))) this.#parts.waits(submissionOf(note));
    }
  }

  /** Undefined when it will be sent, now or later; else why not. */
  async submit(clue: string, image: Blob): Promise<string | undefined> {
    const { shelf, sender, waits } = this.#parts;
    const team = sender()?.team;
    if (team === undefined) return NO_SIGNAL;
    if (this.#waiting().length >= PLAY_LIMITS.waitingPictures) return FULL;
    const picture = { id: crypto.randomUUID(), clue, team, atMs: Date.now(), image };
    const isKept = await shelf.put(picture).then(
      () => true,
      () => false,
    );
    if (!isKept) return await this.#sendUnkept(picture);
    waits(submissionOf(picture));
    void this.sendWaiting();
    return undefined;
  }

  /**
   * Sends what waits, the oldest first; what finds no signal goes on waiting. Asked while it sends,
   * it tries all of them once more. Never rejects.
   */
  async sendWaiting(): Promise<void> {
    this.#isWanted = true;
    if (this.#isSending) return;
    this.#isSending = true;
    while (this.#isWanted) {
      this.#isWanted = false;
      await this.#sendAll();
    }
    this.#isSending = false;
  }

  /** Ends at the first that finds no signal: none may overtake an older one. */
  async #sendAll(): Promise<void> {
    const tried = new Set<string>();
    for (;;) {
      const next = this.#waiting().findLast(({ id }) => !tried.has(id));
      if (next === undefined) return;
      tried.add(next.id);
      try {
        if (!(await this.#sendFromShelf(next))) return;
      } catch (error) {
        // What is amiss with one picture, as a text that is torn, stops no other one.
        reportError(error);
      }
    }
  }

  #waiting(): readonly Submission[] {
    return waitingPictures(this.#parts.submissions());
  }

  /** False where there is no signal. */
  async #sendFromShelf(one: Submission): Promise<boolean> {
    const { shelf, refused } = this.#parts;
    const id = idOf(one);
    const release = await shelf.hold(id);
    // Another tab is at it.
    if (release === undefined) return true;
    try {
      const picture = await shelf.take(id);
      if (picture === undefined) {
        refused(one, GONE);
        return true;
      }
      const isSettled = await this.#settled(picture, one);
      if (isSettled) await shelf.remove(id);
      return isSettled;
    } finally {
      await release();
    }
  }

  /** Whether the picture need not be kept any more. */
  async #settled(picture: Picture, one: Submission): Promise<boolean> {
    const { refused, sender, sent } = this.#parts;
    const to = sender();
    if (to === undefined || to.player.connection !== 'live') return false;
    if (to.team !== picture.team) {
      refused(one, OTHERS);
      return true;
    }
    const answer = await tried(to, picture);
    // Who plays here now is another one: the picture was theirs, and so is what came of it.
    if (sender()?.player !== to.player) return answer.kind === 'sent';
    if (answer.kind === 'sent') sent(answer.sent, one);
    if (answer.kind === 'refused') refused(one, answer.says);
    return answer.kind !== 'waits';
  }

  /** A device that keeps nothing can still send while there is a signal. */
  async #sendUnkept(picture: Picture): Promise<string | undefined> {
    const to = this.#parts.sender();
    if (to === undefined || to.player.connection !== 'live') return NO_SIGNAL;
    const answer = await tried(to, picture);
    if (answer.kind === 'sent') this.#parts.sent(answer.sent, submissionOf(picture));
    if (answer.kind === 'refused') return answer.says;
    return answer.kind === 'waits' ? NO_SIGNAL : undefined;
  }
}

type Tried =
  | { readonly kind: 'sent'; readonly sent: Sent }
  | { readonly kind: 'refused'; readonly says: string }
  | { readonly kind: 'waits' };

async function tried({ player }: Sender, { clue, image, atMs }: Picture): Promise<Tried> {
  try {
    const sent = await player.submitPhoto(clue, image, { atMs });
    return sent.ok ? { kind: 'sent', sent } : { kind: 'waits' };
  } catch (error) {
    if (!(error instanceof TroveError)) throw error;
    const { code } = error.problem;
    return FINAL.has(code) ? { kind: 'refused', says: wordsOfRefusal(code) } : { kind: 'waits' };
  }
}

const NAME = 'picture-';

function nameOf({ id }: PictureNote): string {
  return NAME + id;
}

function idOf({ id }: Submission): string {
  return id.slice(NAME.length);
}

function submissionOf(note: PictureNote): Submission {
  return {
    id: nameOf(note),
    type: 'photo.submitted.v1',
    clue: note.clue,
    says: 'A photo',
    atMs: note.atMs,
    progress: 'waiting',
    isPicture: true,
  };
}
