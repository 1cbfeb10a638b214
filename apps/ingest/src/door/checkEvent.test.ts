import type { PlayerClaims } from '@trove/contracts';
import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { checkEvent, type PacketContext } from './checkEvent.js';

const claims = { kind: 'player', sub: 'ada', hunt: 'harbour', team: 'herons', source: '/a' };
const context: PacketContext = {
  claims: claims as PlayerClaims,
  source: '/a',
  receivedAtUs: Date.now() * 1000,
  hunt: () => undefined,
};
const event = (more: object) => ({
  ...{ id: uuidv7(), type: 'code.scanned.v1', time: new Date().toISOString() },
  ...{ hunt: 'harbour', player: 'ada', team: 'herons', data: { code: 'C' } },
  ...more,
});

it('asks for the right to speak before whether there is such a hunt, which time may mend', () => {
  expect(checkEvent(event({}), context)).toMatchObject({ code: 'unknown_hunt' });
  expect(checkEvent(event({ player: 'bob' }), context)).toMatchObject({ code: 'other_team' });
  expect(checkEvent(event({ hunt: 'x' }), context)).toMatchObject({ code: 'hunt_not_allowed' });
});
