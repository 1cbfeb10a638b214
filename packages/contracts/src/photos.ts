/** Photos that teams send for photo clues: their ids, bounds and what the door answers. */
import { z } from 'zod';
import type { PhotoStatus } from './vocabulary.js';

/** Bounds of photos. Sizes in bytes unless named. */
export const PHOTO_LIMITS = {
  /** Largest upload; a larger one is refused before it is read. */
  uploadBytes: 8 * 1024 * 1024,
  /** Pixels of an upload: a small file can unfold into more than a machine can hold. */
  uploadPixels: 50_000_000,
  /** Longer edge of what is kept, in pixels, and its largest size. */
  keptEdgePx: 1_600,
  keptBytes: 1024 * 1024,
  /** Photos that a team may have in all of a hunt, and uploads of one player in a minute. */
  perTeam: 300,
  perPlayerPerMinute: 12,
  /** Characters of an appeal. */
  appeal: 280,
} as const;

/** What may be uploaded; what is kept is always WebP. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export const KEPT_PHOTO_TYPE = 'image/webp';

/**
 * A photo by its upload's content, the hunt, the team and the clue, as the door made it: the same
 * upload gets the same id, and nobody can make the id of another team's photo.
 */
export const PhotoId = z.string().regex(/^[0-9a-f]{64}$/, { error: 'the id of an upload' });
export type PhotoId = z.infer<typeof PhotoId>;

/** POST /v1/hunts/{slug}/clues/{clue}/photos: the body is the image itself. */
export interface PhotoReply {
  /** To be sent with a `photo.submitted.v1`. */
  readonly photo: PhotoId;
  /** Of what is kept. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly serverTime: string;
}

/** A team's own photo of a clue. */
export interface PhotoView {
  readonly id: PhotoId;
  readonly status: PhotoStatus;
  /** When it was submitted, by the hunt's clock; ISO 8601. */
  readonly submittedAt: string;
  /** What the operator said when judging it. */
  readonly reason?: string;
  /** True when it was rejected and the team may still appeal, once. */
  readonly canAppeal: boolean;
}
