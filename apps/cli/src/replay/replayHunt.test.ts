import { parseHuntFile } from '@trove/core';
import { expect, it } from 'vitest';
import { parseCheckin } from './checkinFile.js';
import { comparePlaces, PlaceRanking } from './placeRanking.js';
import { referenceFold } from './referenceFold.js';
import { clueIdOf, replayHuntYaml, slugOf } from './replayHunt.js';

function rankingOf(...places: string[]): PlaceRanking {
  const ranking = new PlaceRanking();
  for (const [at, place] of places.entries()) {
    const row = parseCheckin(`1\t2010-01-01T00:00:00Z\t${at}\t-${at}\t${place}`);
    if (row !== undefined) ranking.add(row);
  }
  return ranking;
}

it('ranks by visits, then by smaller id as a number, and keeps the first position', () => {
  const top = rankingOf('10', '9', '10', '9', '100', '8').top(3);
  expect(top.map(({ place, visits, lat }) => [place, visits, lat])).toEqual([
    ['9', 2, 1],
    ['10', 2, 0],
    ['8', 1, 5],
  ]);
});

it('orders ids of any length, and texts after numbers', () => {
  const ids = ['b', '123456789012345678901', '9', 'a', '123456789012345678900'];
  expect(ids.sort(comparePlaces)).toEqual([
    '9',
    '123456789012345678900',
    '123456789012345678901',
    'a',
    'b',
  ]);
});

it('makes a hunt file without mistakes, on the clock of its events', () => {
  const names = new Map([['9', '- "odd": #name & *more']]);
  const places = rankingOf('9', '10').top(500);
  const hunt = { slug: 'replay-x-12345678', fileName: 'x.gz', rows: 2, places, names };
  const reading = parseHuntFile(replayHuntYaml(hunt));
  expect(reading).toMatchObject({ ok: true, definition: { clock: 'events', slug: hunt.slug } });
  const clues = reading.ok ? reading.definition.clues : [];
  expect(clues.map(({ id, title, points }) => [id, title, points])).toEqual([
    ['place-9', '- "odd": #name & *more', 10],
    ['place-10', '10', 10],
  ]);
});

it('names the hunt after the file and its content', () => {
  expect(slugOf('Check-ins (NYC).tsv.gz', 'deadbeef')).toBe('replay-check-ins-nyc-deadbeef');
  expect(slugOf(`${'long'.repeat(30)}.txt`, 'deadbeef')).toHaveLength(48);
  expect(slugOf('???.txt', 'deadbeef')).toBe('replay-deadbeef');
});

it('gives places with odd ids a clue id of the allowed letters', () => {
  expect(clueIdOf('420315')).toBe('place-420315');
  expect(clueIdOf('Ab:C')).toMatch(/^place-[0-9a-f]{16}$/);
});

it('folds rows: each user finds each of the most visited places once', () => {
  const rows = ['u a', 'u a', 'v a', 'u b'].map((text) => {
    return text.replace(' ', '\t2009-08-11T14:00:00Z\t40\t-73\t');
  });
  expect(referenceFold(`${rows.join('\n')}\n`)).toEqual({
    rows: 4,
    atClues: 4,
    solves: 3,
    points: 30,
    board: [
      ['u', 20],
      ['v', 10],
    ],
  });
});
