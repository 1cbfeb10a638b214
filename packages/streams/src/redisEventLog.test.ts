import { playEvent, T0 } from '@trove/testkit';
import { expect, it } from 'vitest';
import { EntryWriter } from './codec/entryWriter.js';
import { createIdentities } from './codec/identities.js';
import { toLogEntry } from './redisEventLog.js';

const { hasher } = await createIdentities();

function rowAt(id: string, micros: number) {
  const writer = new EntryWriter(hasher);
  writer.addLogged(playEvent('code.scanned.v1', { code: 'CLOCK' }, { number: 1 }));
  const fields = [Buffer.from('t'), Buffer.from(String(micros)), Buffer.from('e')];
  return [Buffer.from(id), [...fields, writer.finish('door')]] as const;
}

it('L6 an entry is applied when it was written, and never before an earlier one', () => {
  expect(toLogEntry(rowAt(`${T0}-0`, T0 * 1000 + 7)).appendedAtUs).toBe(T0 * 1000 + 7);
  // Redis's clock was set back by an hour: its ids go on where they were.
  expect(toLogEntry(rowAt(`${T0}-1`, (T0 - 3_600_000) * 1000)).appendedAtUs).toBe(T0 * 1000);
});
