/**
 * Photos of a player's app: the picture goes up over HTTP, and what the server calls it goes out as
 * an event like any other. Both can be done again without being counted twice: the same picture
 * has the same id.
 */
import type { PhotoId, PhotoReply, Problem, ProblemCode } from '@trove/contracts';
import { retryDelayMs } from './backoff.js';
import { SDK_LIMITS } from './limits.js';
import type { Player, Sent } from './player.js';
import { call, TroveError } from './transport.js';

export interface PhotoCalls {
  /**
   * Uploads a JPEG, PNG or WebP for a photo clue and submits it. Tries again by itself while the
   * server asks for that or can't be reached. Throws `TroveError` when the picture is refused, as
   * `too_large` and `not_a_photo`, or after too many tries; calling again with it is safe.
   */
  submitPhoto(
    clue: string,
    picture: Blob | Uint8Array<ArrayBuffer>,
    options?: PhotoOptions,
  ): Promise<Sent>;
  /** Asks an operator to look again at the rejected photo of a clue; once for each photo. */
  appealPhoto(clue: string, text: string): Sent;
}

export interface PhotoOptions {
  /** When it was taken, by the device's clock, ms; else when its upload has ended. */
  readonly atMs?: number;
}

export interface PhotoParts {
  readonly url: string;
  readonly hunt: string;
  readonly tokens: { readonly token: string; refresh(): Promise<string> };
  readonly send: Player['send'];
}

export function photoCalls({ send, ...parts }: PhotoParts): PhotoCalls {
  return {
    async submitPhoto(clue, picture, options) {
      const photo = await upload(
        parts,
        clue,
        picture instanceof Blob ? picture : new Blob([picture]),
      );
      return send('photo.submitted.v1', { clue, photo }, options);
    },
    appealPhoto: (clue, text) => send('photo.appealed.v1', { clue, text }),
  };
}

type Uploader = Omit<PhotoParts, 'send'>;

async function upload(parts: Uploader, clue: string, picture: Blob): Promise<PhotoId> {
  const { url, hunt, tokens } = parts;
  const type = await typeOf(picture);
  const path = `/v1/hunts/${encodeURIComponent(hunt)}/clues/${encodeURIComponent(clue)}/photos`;
  for (let attempt = 1; ; attempt += 1) {
    const headers = { 'content-type': type, authorization: `Bearer ${tokens.token}` };
    const request = { method: 'POST', headers, body: picture, withinMs: SDK_LIMITS.uploadMs };
    try {
      return (await call<PhotoReply>(url, path, request)).photo;
    } catch (error) {
      await mend(error, { attempt, tokens });
    }
  }
}

/** What a later try may find otherwise; a refusal of the picture stays one. */
const PASSING: ReadonlySet<ProblemCode> = new Set(['busy', 'not_ready', 'rate_limited']);

/** Waits, or gets a fresh token; throws what no further try will mend. */
async function mend(
  error: unknown,
  { attempt, tokens }: Pick<Uploader, 'tokens'> & { readonly attempt: number },
): Promise<void> {
  if (!(error instanceof TroveError) || attempt >= SDK_LIMITS.uploadTries) throw error;
  const { code, retryAfterMs } = error.problem;
  if (code === 'token_expired') {
    await tokens.refresh();
    return;
  }
  if (!PASSING.has(code)) throw error;
  const waitMs = retryDelayMs({ attempt, retryAfterMs, random: Math.random() });
  await new Promise((resolve) => setTimeout(resolve, waitMs));
}

const HEAD_BYTES = 12;

/** By its first bytes: cameras and file pickers do not always say. */
async function typeOf(picture: Blob): Promise<string> {
  const head = new Uint8Array(await picture.slice(0, HEAD_BYTES).arrayBuffer());
  const text = String.fromCharCode(...head);
  if (text.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (text.startsWith('\u0089PNG')) return 'image/png';
  if (text.startsWith('RIFF') && text.endsWith('WEBP')) return 'image/webp';
  throw new TroveError(STRANGE);
}

const STRANGE: Problem = {
  code: 'not_a_photo',
  title: 'Not an image of a kind that is taken.',
  detail: 'A JPEG, PNG or WebP is needed.',
  status: 415,
};
