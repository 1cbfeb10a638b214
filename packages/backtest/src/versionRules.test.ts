import { HuntDefinition, type RecordedEvent } from '@trove/contracts';
import { canonicalHunt } from '@trove/core';
import { expect, it } from 'vitest';
import { RecordFault } from './recordFault.js';
import { VersionRules } from './versionRules.js';

const clues = [{ id: 'clock', title: 'Clock', points: 20, find: { code: 'CLOCK' } }];
const definition = { trove: 1, slug: 'test-hunt', title: 'Test', clues };
const body = canonicalHunt(HuntDefinition.parse(definition));
const rulesOf = (...stored: number[]) => {
  return new VersionRules('test-hunt', async (_, version) => {
    return stored.includes(version) ? body : undefined;
  });
};

/** A publication of one version, decided while another was in force. */
function published(brings: number, version: number, more: Partial<RecordedEvent> = {}) {
  const data = JSON.stringify({ version: brings, hash: 'a'.repeat(64) });
  return {
    ...{ position: 0, appliedAtUs: 0, hunt: 'test-hunt', eventId: '', source: '', player: '' },
    ...{ team: '', timeMs: 0, receivedAtUs: 0, sentAtMs: undefined, clue: undefined, points: 0 },
    ...{ type: 'hunt.published.v1', outcome: 'accepted', verdict: 'noted', extras: undefined },
    ...{ data, version, ...more },
  } satisfies RecordedEvent;
}

it('B1 loads what a publication brings and what is in force behind it', async () => {
  const versions = rulesOf(2, 3);
  await versions.ensure([published(3, 3), published(2, 3)]);
  expect([1, 2, 3].map((version) => versions.of(version, '')?.version)).toEqual([undefined, 2, 3]);
  await expect(versions.ensure([published(4, 4)])).rejects.toThrow(RecordFault);
});

it('RP7 asks for no version that was refused', async () => {
  const versions = rulesOf(1);
  await versions.ensure([published(1, 1), published(2, 1, { verdict: 'locked' })]);
  expect(versions.of(2, '')).toBeUndefined();
});
