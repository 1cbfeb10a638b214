/** One example of each message, such as the demo hunt would take; a test holds them to schemas. */
import type { ClientMessages } from '../playMessages.js';

const hunt = 'harbour-night';
const team = 'herons';
const player = '6f1c2a52-6d0d-4a63-9a0e-2f5c9b1d7e11';
const TIME = '2026-06-01T18:00:00.000Z';

/** An event as a packet carries it. */
export const EXAMPLE_EVENT = {
  id: '01979a3c-8f00-7000-8000-5b2f6c1d9e00',
  type: 'code.scanned.v1',
  time: TIME,
  hunt,
  player,
  team,
  data: { code: 'PRETZEL-4AM' },
} as const;

const EXAMPLES: { readonly [M in keyof ClientMessages]: object } = {
  'events:send': {
    specversion: '1.0',
    source: `/hunts/${hunt}/players/${player}`,
    sentAt: TIME,
    events: [EXAMPLE_EVENT],
  },
  'state:get': { hunt, team },
  'board:get': { hunt, limit: 10 },
  'scores:get': { hunt, team },
  'team:get': { hunt, team },
  'team:leave': {},
  'team:remove': { member: 2 },
  'team:captain': { member: 2 },
  'recommendations:get': { hunt, team },
  'results:seen': { partition: 0, epoch: 1_780_000_000, offset: 42 },
  'token:refresh': { token: 'eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl' },
};

/** The payload of a message, as an example. */
export function exampleOf(message: string): object {
  return EXAMPLES[message as keyof ClientMessages] ?? {};
}
