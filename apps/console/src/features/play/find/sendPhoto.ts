/** A photo on its way: made small on the phone, then given to the door, which answers its id. */
import type { JoinReply, PhotoReply, Problem } from '@trove/contracts';
import { freshToken } from '../client/freshToken';
import { NO_SIGNAL } from '../client/joinPlay';
import { PLAY_LIMITS } from '../client/limits';

interface PhotoCall {
  readonly door: string;
  readonly session: JoinReply;
  readonly clue: string;
  readonly file: Blob;
}

export type SentPhoto =
  | { readonly ok: true; readonly photo: string }
  | { readonly ok: false; readonly says: string };

/** Never throws. */
export async function sendPhoto({ door, session, clue, file }: PhotoCall): Promise<SentPhoto> {
  const [small, token] = await Promise.all([shrink(file), freshToken(door, session)]);
  if (token === undefined) return { ok: false, says: NO_SIGNAL };
  const [hunt, id] = [session.hunt, clue].map(encodeURIComponent);
  try {
    const response = await fetch(new URL(`/v1/hunts/${hunt}/clues/${id}/photos`, door), {
      method: 'POST',
      headers: { 'content-type': small.type, authorization: `Bearer ${token}` },
      body: small,
      signal: AbortSignal.timeout(PLAY_LIMITS.photoMs),
    });
    const reply = (await response.json()) as PhotoReply | Problem;
    if ('photo' in reply) return { ok: true, photo: reply.photo };
    return { ok: false, says: FAULTS[reply.code] ?? 'The hunt does not take this photo.' };
  } catch {
    // No answer and an answer that is a proxy's own page come to the same for a player.
    return { ok: false, says: NO_SIGNAL };
  }
}

const FAULTS: Readonly<Record<string, string>> = {
  not_a_photo: 'This is no picture that the hunt can read. Take another one.',
  too_large: 'This picture is too large. Take it with the camera here.',
  malformed: 'This is no picture that the hunt can read. Take another one.',
  rate_limited: 'That was many photos in a short time. Wait a minute, and try again.',
  not_ready: 'The hunt does not answer just now. Try again in a moment.',
};

/** What the hunt keeps is no larger, so that more would cross the air for nothing. */
const EDGE_PX = 1_600;
const QUALITY = 0.85;

async function shrink(file: Blob): Promise<Blob> {
  try {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, EDGE_PX / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    const small = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', QUALITY);
    });
    return small ?? file;
  } catch {
    // A kind of picture that this browser can't draw: the hunt may know it.
    return file;
  }
}
