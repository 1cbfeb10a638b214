import { expect, it } from 'vitest';
import { canScan, onceEach, scanCodes } from './scanCodes.js';

it('tells a code once until another one was seen', () => {
  const told: string[] = [];
  const tell = onceEach((code) => told.push(code));
  for (const code of ['A', 'A', 'B', 'B', 'A']) tell(code);
  expect(told).toEqual(['A', 'B', 'A']);
});

it('says that it can’t where there is no camera, whoever would decode', async () => {
  expect(canScan(async () => [])).toBe(false);
  const video = {} as HTMLVideoElement;
  const decode = async () => ['A'];
  const scanning = await scanCodes({ video, onCode: () => undefined, decode });
  expect(scanning).toEqual({ ok: false, reason: 'unsupported' });
});
