/** Who may upload now: a bounded number at once, and so many of a player in a minute. */
import { PHOTO_LIMITS, type Problem, problem } from '@trove/contracts';
import { isWithin } from '@trove/streams';
import { INTAKE_LIMITS } from './limits.js';

export type Slot =
  | { readonly ok: true; release(): void }
  | { readonly ok: false; readonly error: Problem };

interface Uploader {
  sinceMs: number;
  count: number;
  atOnce: number;
}

export class UploadSlots {
  private readonly uploaders = new Map<string, Uploader>();
  private taken = 0;

  /** A slot to be given back once; a player is counted also when its upload comes to nothing. */
  take(player: string, nowMs: number): Slot {
    const uploader = this.uploaderOf(player, nowMs);
    const { windowMs, uploads, uploadsOfPlayer, busyRetryMs: retryAfterMs } = INTAKE_LIMITS;
    if (uploader.count >= PHOTO_LIMITS.perPlayerPerMinute) {
      const waitMs = Math.ceil(uploader.sinceMs + windowMs - nowMs);
      return refusal(problem('rate_limited', 'too many photos', { retryAfterMs: waitMs }));
    }
    if (this.taken >= uploads || uploader.atOnce >= uploadsOfPlayer) {
      return refusal(problem('busy', 'other photos are being taken in', { retryAfterMs }));
    }
    this.taken += 1;
    uploader.count += 1;
    uploader.atOnce += 1;
    let isHeld = true;
    return {
      ok: true,
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        this.taken -= 1;
        uploader.atOnce -= 1;
      },
    };
  }

  private uploaderOf(player: string, nowMs: number): Uploader {
    const known = this.uploaders.get(player);
    if (known !== undefined) {
      if (!isWithin(known.sinceMs, nowMs, INTAKE_LIMITS.windowMs)) {
        known.sinceMs = nowMs;
        known.count = 0;
      }
      return known;
    }
    if (this.uploaders.size >= INTAKE_LIMITS.rememberedPlayers) this.forgetIdle();
    const made = { sinceMs: nowMs, count: 0, atOnce: 0 };
    this.uploaders.set(player, made);
    return made;
  }

  /** Those who are uploading are few, and stay. */
  private forgetIdle(): void {
    for (const [player, { atOnce }] of this.uploaders) {
      if (atOnce === 0) this.uploaders.delete(player);
    }
  }
}

function refusal(error: Problem): Slot {
  return { ok: false, error };
}
