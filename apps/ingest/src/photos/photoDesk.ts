/**
 * Takes uploads in: known ones are answered from PostgreSQL, others made small, one after the
 * other, and kept there. With PostgreSQL away nothing is taken and nothing else waits.
 */
import { type PhotoId, type Problem, problem } from '@trove/contracts';
import { isTransient, type PhotoSize, type PhotoStore } from '@trove/db';
import { INTAKE_LIMITS } from './limits.js';
import { type Made, makeSmall } from './makeSmall.js';
import type { PhotoAim, PhotoIds } from './photoIds.js';
import { UploadSlots } from './uploadSlots.js';

export interface PhotoDeskDeps {
  readonly ids: PhotoIds;
  readonly store: PhotoStore;
}

export interface Upload extends PhotoAim {
  readonly player: string;
  readonly bytes: Uint8Array;
}

export type Taken =
  | { readonly ok: true; readonly photo: PhotoId; readonly size: PhotoSize }
  | { readonly ok: false; readonly error: Problem };

export class PhotoDesk {
  readonly slots = new UploadSlots();
  /** Ends when the picture that came last is made: they are made one after the other. */
  private making: Promise<unknown> = Promise.resolve();

  constructor(private readonly deps: PhotoDeskDeps) {}

  get ids(): PhotoIds {
    return this.deps.ids;
  }

  /** The same upload again is answered as the first was, and kept once. */
  async take(upload: Upload): Promise<Taken> {
    try {
      return await this.keep(upload);
    } catch (error) {
      return { ok: false, error: awayOr(error) };
    }
  }

  /** Undefined when nobody has it; `problem` when PostgreSQL is away. */
  async read(id: PhotoId, aim: PhotoAim): Promise<Uint8Array | Problem | undefined> {
    if (!this.deps.ids.isOwn(id, aim)) return undefined;
    try {
      return await this.deps.store.read({ id, ...aim });
    } catch (error) {
      return awayOr(error);
    }
  }

  private async keep({ bytes, player, ...aim }: Upload): Promise<Taken> {
    const { ids, store } = this.deps;
    const id = ids.of(bytes, aim);
    const { kept, hasRoom } = await store.lookUp({ id, ...aim });
    if (kept !== undefined) return { ok: true, photo: id, size: kept };
    if (!hasRoom) return full();
    const made = await this.inTurn(bytes);
    if (!made.ok) return made;
    const { photo } = made;
    const isKept = await store.keep({ id, ...aim, player, ...photo });
    return isKept ? { ok: true, photo: id, size: photo } : full();
  }

  /** As many wait here as there are slots, and no more. */
  private inTurn(bytes: Uint8Array): Promise<Made> {
    const made = this.making.then(() => makeSmall(bytes));
    this.making = made.catch(() => undefined);
    return made;
  }
}

function full(): Taken {
  return { ok: false, error: problem('too_many_photos', 'no more photos of this team are taken') };
}

function awayOr(error: unknown): Problem {
  if (!isTransient(error)) throw error;
  const retryAfterMs = INTAKE_LIMITS.awayRetryMs;
  return problem('not_ready', 'photos can not be kept at the moment', { retryAfterMs });
}
