import { describe, expect, it } from 'vitest';
import { DOOR_LIMITS } from '../limits.js';
import { Sender } from './sender.js';

const exp = 2_000_000_000;
const source = () =>
  new Sender({ aud: 'trove-door', kind: 'source', sub: '/s', hunts: ['*'], may: ['send'], exp });
const player = () =>
  new Sender({
    aud: 'trove-door',
    kind: 'player',
    sub: 'ada',
    hunt: 'hunt',
    team: 'herons',
    member: 1,
    source: '/p',
    exp,
  });

describe('the order of a sender', () => {
  it('holds later batches until the refused one comes again', () => {
    const sender = source();
    const arrival = sender.admit('a', 0) ?? 0;
    sender.refused('a', { arrival, nowMs: 0 });
    expect(sender.admit('b', 1)).toBeUndefined();
    expect(sender.admit('a', 2)).toBeDefined();
    expect(sender.admit('b', 3)).toBeDefined();
  });

  it('holds for the earliest of several that were refused together, whichever fails first', () => {
    const sender = source();
    const [a, b] = [sender.admit('a', 0) ?? 0, sender.admit('b', 0) ?? 0];
    sender.refused('b', { arrival: b, nowMs: 1 });
    sender.refused('a', { arrival: a, nowMs: 2 });
    sender.refused('b', { arrival: b, nowMs: 3 });
    expect(sender.admit('b', 4)).toBeUndefined();
    expect(sender.admit('a', 5)).toBeDefined();
  });

  it('lets go of a batch that its sender gave up', () => {
    const sender = source();
    sender.refused('a', { arrival: sender.admit('a', 0) ?? 0, nowMs: 0 });
    expect(sender.admit('b', DOOR_LIMITS.holdMs - 1)).toBeUndefined();
    expect(sender.admit('b', DOOR_LIMITS.holdMs)).toBeDefined();
  });
});

describe('the rate of a player', () => {
  it('allows a burst, then says how long to wait', () => {
    const sender = player();
    expect(sender.takeRate(DOOR_LIMITS.playerBurst, 1_000_000)).toBeUndefined();
    expect(sender.takeRate(DOOR_LIMITS.playerRate, 1_000_000)).toBe(1_000);
    expect(sender.takeRate(DOOR_LIMITS.playerRate, 1_001_000)).toBeUndefined();
  });

  it('does not bind a source', () => {
    expect(source().takeRate(1_000_000, 0)).toBeUndefined();
  });
});
