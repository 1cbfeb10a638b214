import { expect, it } from 'vitest';
import { attachToPage } from './attachToPage.js';

function pageOf() {
  const calls: string[] = [];
  const player = {
    beacon: () => calls.push('beacon'),
    wake: () => void calls.push('wake'),
  };
  const window = new EventTarget();
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const detach = attachToPage(player, { window, document } as never);
  const turn = (visibilityState: 'hidden' | 'visible') => {
    document.visibilityState = visibilityState;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  return { calls, turn, detach, say: (name: string) => window.dispatchEvent(new Event(name)) };
}

it('hands over once as a page goes, and connects when it is back', () => {
  const { calls, turn, say } = pageOf();
  turn('hidden');
  say('pagehide');
  turn('visible');
  say('online');
  say('pagehide');
  expect(calls).toEqual(['beacon', 'wake', 'wake', 'beacon']);
});

it('does nothing once it is detached', () => {
  const { calls, turn, say, detach } = pageOf();
  detach();
  turn('hidden');
  say('pagehide');
  say('online');
  expect(calls).toEqual([]);
});
