import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { photoCalls } from './photos.js';
import type { Player } from './player.js';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

let server: Server | undefined;
afterEach(() => server?.close());

/** A server that gives these answers in turn, and what it was sent. */
async function answering(...answers: readonly (readonly [number, object])[]) {
  const seen: { path: string; type: string; token: string; bytes: number }[] = [];
  server = createServer((request, response) => {
    let bytes = 0;
    request.on('data', (part: Buffer) => {
      bytes += part.length;
    });
    request.on('end', () => {
      const { 'content-type': type = '', authorization: token = '' } = request.headers;
      seen.push({ path: request.url ?? '', type, token, bytes });
      const [status, body] = answers[seen.length - 1] ?? [500, {}];
      response.writeHead(status).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, seen };
}

function callsOn(url: string) {
  const sent: unknown[] = [];
  const tokens = {
    token: 'old',
    refresh: async () => {
      tokens.token = 'fresh';
      return tokens.token;
    },
  };
  const send = ((type: string, data: object) => {
    sent.push([type, data]);
    return { ok: false, reason: 'closed' };
  }) as Player['send'];
  return { calls: photoCalls({ url, hunt: 'harbour', tokens, send }), sent };
}

const busy = [503, { code: 'busy', retryAfterMs: 1 }] as const;
const expired = [401, { code: 'token_expired' }] as const;

describe('photos of a player', () => {
  it('PH1 are uploaded, with patience, and submitted by what the server calls them', async () => {
    const { url, seen } = await answering(busy, expired, [201, { photo: 'id' }]);
    const { calls, sent } = callsOn(url);
    await calls.submitPhoto('gate', PNG);
    expect(seen.map(({ token }) => token)).toEqual(['Bearer old', 'Bearer old', 'Bearer fresh']);
    expect(seen[2]).toMatchObject({
      path: '/v1/hunts/harbour/clues/gate/photos',
      type: 'image/png',
      bytes: PNG.length,
    });
    expect(sent).toEqual([['photo.submitted.v1', { clue: 'gate', photo: 'id' }]]);
  });

  it('PH12 that are refused are not sent again', async () => {
    const { url, seen } = await answering([413, { code: 'too_large', detail: '9 MB' }]);
    const { calls, sent } = callsOn(url);
    await expect(calls.submitPhoto('gate', new Blob([PNG]))).rejects.toMatchObject({
      problem: { code: 'too_large', status: 413 },
    });
    await expect(calls.submitPhoto('gate', new Uint8Array([1, 2]))).rejects.toMatchObject({
      problem: { code: 'not_a_photo' },
    });
    expect([seen.length, sent.length]).toEqual([1, 0]);
  });
});
