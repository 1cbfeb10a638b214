/** What was refused must rest in quarantine once a refusal, and in PostgreSQL too. */
import { expect, it } from 'vitest';
import type { Sent } from '../clients/history.js';
import type { RestFact } from './facts.js';
import { restFaults } from './restFaults.js';

const HUNT = 'chaos';
const SOURCE = '/chaos/0';

function refused(more: Partial<Sent> = {}): Sent {
  const names = { source: SOURCE, hunt: HUNT, player: 'ada', team: 'herons', code: 'CODE-1' };
  const times = { idTimeMs: 0, madeAtMs: 0, json: '', isMalformed: true };
  const said = { ack: 'invalid', isAcked: false, refusedAs: 'contract' } as const;
  return { id: 'a', ...names, ...times, ...said, carried: 1, taken: 0, refused: 1, ...more };
}

const REST: RestFact = { stage: 'door', code: 'contract', id: 'a', source: SOURCE, hunt: HUNT };

const faultsOf = (sent: Sent, rests: readonly RestFact[], stored = rests.length) => {
  return restFaults([sent], { rests, stored: new Map([[HUNT, stored]]), outs: [] });
};

it('finds nothing wrong where each refusal rests once', () => {
  expect(faultsOf(refused(), [REST])).toEqual([]);
});

it('lets a refusal whose answer was lost rest, or not', () => {
  const again = refused({ carried: 2 });
  expect(faultsOf(again, [REST])).toEqual([]);
  expect(faultsOf(again, [REST, REST])).toEqual([]);
});

it.each([
  ['that rests nowhere', refused(), []],
  ['that rests twice', refused(), [REST, REST]],
  ['of another source alone', refused(), [{ ...REST, source: '/chaos/1' }]],
  ['of an event that was taken', refused({ isMalformed: false, taken: 1, refused: 0 }), [REST]],
])('sees a refusal %s', (_, sent, rests) => {
  expect(faultsOf(sent, rests).join()).toMatch(/^a was refused \d times in 1 and rests \d times/);
});

it.each([
  ['taken', { ack: 'appended', isAcked: true, taken: 1, refused: 0 }],
  ['refused for another cause', { refusedAs: 'malformed' }],
] as const)('sees an event that breaks its contract %s', (_, more) => {
  const sent = refused(more);
  expect(faultsOf(sent, sent.refused > 0 ? [REST] : []).join()).toContain('a breaks its contract');
});

it('sees what PostgreSQL lacks, or has twice', () => {
  expect(faultsOf(refused(), [REST], 0)).toEqual(['PostgreSQL has 0 of 1 refusals of chaos']);
  expect(faultsOf(refused(), [REST], 2)).toEqual(['PostgreSQL has 2 of 1 refusals of chaos']);
});

it('holds what the log has quarantined against what rests', () => {
  const row = { partition: 0, epoch: 1, position: 0, team: '', points: 0, committedAtUs: 0 };
  const out = { ...row, id: 'b', source: SOURCE, hunt: HUNT, outcome: 'quarantined' };
  const rest: RestFact = { ...REST, id: 'b', stage: 'decide', code: 'decide_failed' };
  const found = (rests: readonly RestFact[]) => {
    return restFaults([], { rests, stored: new Map([[HUNT, rests.length]]), outs: [[out]] });
  };
  expect(found([rest])).toEqual([]);
  expect(found([]).join()).toContain('quarantined 1 times and rests 0 times');
  expect(found([rest, rest]).join()).toContain('quarantined 1 times and rests 2 times');
});
