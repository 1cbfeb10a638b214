import type { EventResult, PlayEvent, TeamView } from '@trove/contracts';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { ChannelEvents } from '../channelEvents.js';
import { createEmitter } from '../emitter.js';
import type { Player } from '../player.js';
import { VIEW_LIMITS, viewsOf } from './playerViews.js';
import { PlayerProvider, useConnection, useQueue, useResults, useTeam } from './usePlayer.js';

const serverTime = '2026-01-01T00:00:00.000Z';
const place = { partition: 0, epoch: 1, offset: 1 };
const result = (position: number) => ({ id: `id-${position}`, position }) as EventResult;

/** What views use of a player, whose server answers as the test says. */
function playerOf() {
  const events = createEmitter<ChannelEvents<PlayEvent>>();
  const asked: string[] = [];
  const answer = async (name: string) => {
    asked.push(name);
    return { ok: true, serverTime, [name]: { name, asked: asked.length } };
  };
  const values = { connection: 'connecting', pending: 2, isKept: true };
  const player = {
    ...values,
    on: events.on,
    state: () => answer('state'),
    board: () => answer('board'),
    recommendations: () => answer('recommendations'),
    team: async () => ({ ...(await answer('team')), you: 2 }),
  } as unknown as Player;
  return { player, events, asked };
}

function Screen() {
  const { pending, isKept } = useQueue();
  const words = [useConnection(), pending, isKept, useTeam().isStale, useResults().length];
  return createElement('p', null, words.join(' '));
}

it('shows the newest results first, and forgets the oldest', () => {
  const { player, events } = playerOf();
  const { results } = viewsOf(player);
  for (let at = 0; at < 60; at += 1) {
    events.emit('results', { ...place, results: [result(2 * at), result(2 * at + 1)] });
  }
  const shown = results.get().map(({ position }) => position);
  expect(shown).toHaveLength(VIEW_LIMITS.results);
  expect(shown.slice(0, 3)).toEqual([119, 118, 117]);
});

it('asks for what is shown, again when it has changed, and for nothing else', async () => {
  const { player, events, asked } = playerOf();
  const { team } = viewsOf(player);
  team.subscribe(() => undefined);
  await expect.poll(() => team.get().isStale).toBe(false);
  events.emit('results', { ...place, results: [result(1)] });
  expect(team.get().isStale).toBe(true);
  await expect.poll(() => team.get().isStale).toBe(false);
  expect(asked).toEqual(['state', 'state']);
});

it('follows who is in the team, and knows who it is among them', async () => {
  const { player, events, asked } = playerOf();
  const { members, left } = viewsOf(player);
  members.subscribe(() => undefined);
  await expect.poll(() => members.get().value).toMatchObject({ you: 2 });
  const team = { members: [{ member: 2, name: 'Bo' }] } as unknown as TeamView;
  events.emit('team', team);
  expect(members.get()).toEqual({ value: { team, you: 2 }, isStale: false, problem: undefined });
  expect(asked).toEqual(['team']);
  expect(left.get()).toBeUndefined();
  const gone = { hunt: 'night', team: 'herons', member: 2, change: 'removed' } as const;
  events.emit('left', gone);
  expect(left.get()).toBe(gone);
});

it.each([
  ['phase', { phase: 'paused' }],
  ['opened', { clue: 'clock' }],
  ['recomputed', { version: 2 }],
] as const)('asks anew for all that is shown after %s', async (change, push) => {
  const { player, events, asked } = playerOf();
  const { team, board, recommendations } = viewsOf(player);
  const shown = [team, board, recommendations];
  for (const cell of shown) cell.subscribe(() => undefined);
  const areFresh = () => shown.every((cell) => !cell.get().isStale);
  await expect.poll(areFresh).toBe(true);
  events.emit(change, { ...place, ...push } as never);
  expect(shown.every((cell) => cell.get().isStale)).toBe(true);
  await expect.poll(areFresh).toBe(true);
  expect(asked).toEqual(['state', 'board', 'recommendations', 'state', 'board', 'recommendations']);
});

it('is one set of views for all screens of a player', () => {
  const { player } = playerOf();
  expect(viewsOf(player)).toBe(viewsOf(player));
  expect(viewsOf(playerOf().player)).not.toBe(viewsOf(player));
});

it('gives hooks their first values before anything has come', () => {
  const { player } = playerOf();
  const screen = createElement(PlayerProvider, { player }, createElement(Screen));
  expect(renderToString(screen)).toBe('<p>connecting 2 true true 0</p>');
  expect(() => renderToString(createElement(Screen))).toThrow('PlayerProvider');
});
