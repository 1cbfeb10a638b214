import type { Answer } from '@trove/contracts';
import { expect, it } from 'vitest';
import { askedCell } from './answerView.js';

type Reply = Answer<{ value: number }>;
const serverTime = '2026-01-01T00:00:00.000Z';
const answered = (value: number): Reply => ({ ok: true, serverTime, value });

/** A cell whose answers the test gives, one after another. */
function asked() {
  const open: { give: (reply: Reply) => void }[] = [];
  const cell = askedCell<number>(
    () =>
      new Promise((give) => {
        open.push({ give });
      }),
  );
  const settle = async (index: number, value: number) => {
    open[index]?.give(answered(value));
    await Promise.resolve();
    await Promise.resolve();
  };
  return { cell, open, settle };
}

it('asks only when somebody listens, and keeps the last answer while it asks again', async () => {
  const { cell, open, settle } = asked();
  cell.refresh();
  expect(open).toHaveLength(0);
  cell.subscribe(() => undefined);
  await settle(0, 1);
  await expect.poll(() => cell.get()).toEqual({ value: 1, isStale: false, problem: undefined });
  cell.refresh();
  expect(cell.get()).toMatchObject({ value: 1, isStale: true });
});

it('asks once more, not ten times, when ten changes come while it asks', async () => {
  const { cell, open, settle } = asked();
  cell.subscribe(() => undefined);
  for (let i = 0; i < 10; i += 1) cell.refresh();
  await settle(0, 1);
  await expect.poll(() => open.length).toBe(2);
  await settle(1, 2);
  await expect.poll(() => cell.get()).toMatchObject({ value: 2, isStale: false });
  expect(open).toHaveLength(2);
});

it('stays stale where the connection is lost, and asks again when it is told', async () => {
  const { cell, open, settle } = asked();
  cell.subscribe(() => undefined);
  const error = { code: 'not_ready', title: '', detail: '', status: 503 } as const;
  open[0]?.give({ ok: false, serverTime, error });
  await expect.poll(() => cell.get()).toMatchObject({ isStale: true, problem: error });
  await expect
    .poll(() => {
      cell.refresh();
      return open.length;
    })
    .toBe(2);
  await settle(1, 5);
  await expect.poll(() => cell.get()).toMatchObject({ value: 5 });
});

it('shows a refusal beside the last value', async () => {
  const { cell, open, settle } = asked();
  cell.subscribe(() => undefined);
  await settle(0, 1);
  cell.refresh();
  const error = { code: 'token_expired', title: '', detail: '', status: 401 } as const;
  await expect.poll(() => open.length).toBe(2);
  open[1]?.give({ ok: false, serverTime, error });
  await expect.poll(() => cell.get()).toMatchObject({ value: 1, isStale: true, problem: error });
});
