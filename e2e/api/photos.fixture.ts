/** A hunt with a clue for photos, and pictures to submit to it. */
import type { Player } from '@trove/player-sdk';
import sharp from 'sharp';
import { expect } from 'vitest';

export const HUNT = 'photo-hunt';
export const PATH = `/v1/hunts/${HUNT}/clues/gate/photos`;
export const FILE = {
  trove: 1,
  slug: HUNT,
  title: 'Photo hunt',
  joinCode: 'CHEESE',
  clues: [
    {
      id: 'gate',
      title: 'Gate',
      points: 20,
      find: { photo: { attempts: 2 } },
      hints: [{ id: 'lion', text: 'It yawns.', cost: 3 }],
    },
    { id: 'clock', title: 'Clock', points: 5, find: { code: 'CLOCK' } },
  ],
};

export async function picture(background: string, width = 300): Promise<Uint8Array<ArrayBuffer>> {
  const create = { width, height: 200, channels: 3, background } as const;
  return new Uint8Array(await sharp({ create }).jpeg().toBuffer());
}

export async function bomb(): Promise<Uint8Array<ArrayBuffer>> {
  const create = { width: 16_000, height: 8_000, channels: 3, background: '#000' } as const;
  return new Uint8Array(await sharp({ create }).png({ compressionLevel: 9 }).toBuffer());
}

export async function resultOf(sent: ReturnType<Player['appealPhoto']>) {
  return sent.ok ? await sent.result : undefined;
}

export async function clueOf(player: Player) {
  const answer = await player.state();
  if (!answer.ok) throw new Error(answer.error.detail);
  return answer.state.clues.find(({ id }) => id === 'gate');
}

export async function submitted(player: Player, background: string): Promise<string> {
  const result = await resultOf(await player.submitPhoto('gate', await picture(background)));
  expect(result).toMatchObject({ verdict: 'waiting', clue: 'gate' });
  return (await clueOf(player))?.photo?.id ?? '';
}
