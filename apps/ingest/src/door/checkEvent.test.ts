import { EventTypeDefinition, type LiveHunt, type PlayerClaims } from '@trove/contracts';
import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { checkEvent, type PacketContext } from './checkEvent.js';

const claims = { kind: 'player', sub: 'ada', hunt: 'harbour', team: 'herons', source: '/a' };
const context: PacketContext = {
  claims: claims as PlayerClaims,
  source: '/a',
  receivedAtUs: Date.now() * 1000,
  hunt: () => undefined,
  isOwnPhoto: () => true,
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

const TYPE = 'custom.flag.raised.v1';
const flag = EventTypeDefinition.parse({ type: TYPE, fields: [{ name: 'high', kind: 'boolean' }] });
const live = { slug: 'harbour', partition: 3, clock: 'wall', hash: 'one', eventTypes: [flag] };
const raised = (data: object, type: string = TYPE) => event({ type, data });

it('CT3 holds an event of the hunt’s own type against the version in force', () => {
  const around = { ...context, hunt: () => live as unknown as LiveHunt };
  expect(checkEvent(raised({ high: true }), around)).toMatchObject({ isGood: true, live });
  const broken = { code: 'contract', path: 'data.high' };
  expect(checkEvent(raised({ high: 1 }), around)).toMatchObject(broken);
  const other = { type: TYPE, description: '', fields: [] };
  const next = { ...live, hash: 'two', eventTypes: [other] } as unknown as LiveHunt;
  const later = { ...context, hunt: () => next };
  expect(checkEvent(raised({ high: true }), later)).toMatchObject(broken);
  expect(checkEvent(raised({}), later)).toMatchObject({ isGood: true });
});

it('CT4 names the types of the hunt for one that it does not have', () => {
  const around = { ...context, hunt: () => live as unknown as LiveHunt };
  const unknown = { code: 'unknown_type', detail: expect.stringContaining(TYPE), path: 'type' };
  expect(checkEvent(raised({}, 'custom.flag.raised.v2'), around)).toMatchObject(unknown);
  expect(checkEvent(raised({}), context)).toMatchObject({ code: 'unknown_hunt' });
  const silenced = { ...raised({}, 'custom.flag.raised.v2'), team: 'owls' };
  expect(checkEvent(silenced, around)).toMatchObject({ code: 'other_team' });
});
