import { expect, it } from 'vitest';
import { type ConnectionState, type Happening, nextState } from './connection.js';

function walk(...happenings: Happening[]): ConnectionState[] {
  let state: ConnectionState = 'connecting';
  return happenings.map((happening) => {
    state = nextState(state, happening);
    return state;
  });
}

it('goes from connecting over offline to live, and tells a lost connection from none', () => {
  expect(walk('unreachable', 'connected', 'lost', 'unreachable', 'connected')).toEqual([
    'offline',
    'live',
    'connecting',
    'offline',
    'live',
  ]);
});

it('is busy from a wait that was asked for until something is taken', () => {
  expect(walk('connected', 'held', 'held', 'settled')).toEqual(['live', 'busy', 'busy', 'live']);
});

it('does not take a late answer for a connection', () => {
  expect(walk('unreachable', 'held', 'settled')).toEqual(['offline', 'offline', 'offline']);
});

it('is closed for good', () => {
  expect(walk('connected', 'closed', 'connected')).toEqual(['live', 'closed', 'closed']);
});
