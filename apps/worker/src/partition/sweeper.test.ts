import type { PartitionStatus } from '@trove/contracts';
import type { Lease } from '@trove/core';
import { expect, it } from 'vitest';
import { Sweeper } from './sweeper.js';

interface Scene {
  readonly statuses: PartitionStatus[];
  /** Tokens of the leases whose holders are gone. */
  readonly gone: Map<number, string>;
  readonly asked: number[];
  readonly freed: Lease[];
  readonly rewoken: number[];
}

function standing(partition: number, about: Partial<PartitionStatus>): PartitionStatus {
  const owner = about.owner;
  return {
    partition,
    appended: 0,
    decided: 0,
    lag: 0,
    oldestUndecidedMs: 0,
    epoch: 1,
    ...about,
    owner,
  };
}

function setTheScene(...statuses: PartitionStatus[]): Scene & { sweeper: Sweeper } {
  const scene: Scene = { statuses, gone: new Map(), asked: [], freed: [], rewoken: [] };
  const sweeper = new Sweeper({
    status: async () => scene.statuses,
    async abandoned(partitions) {
      scene.asked.push(...partitions);
      return partitions.flatMap((partition) => {
        const token = scene.gone.get(partition);
        return token === undefined ? [] : [{ partition, token }];
      });
    },
    free: async (lease) => void scene.freed.push(lease),
    rewake: async (partition) => void scene.rewoken.push(partition),
  });
  return { ...scene, statuses: scene.statuses, sweeper };
}

it('wakes a worker for events that nobody holds at two looks in a row', async () => {
  const { sweeper, rewoken, freed } = setTheScene(standing(0, { lag: 3 }), standing(1, { lag: 0 }));
  expect(await sweeper.look()).toEqual([]);
  expect(await sweeper.look()).toEqual([0]);
  expect(rewoken).toEqual([0]);
  expect(freed).toEqual([]);
});

it('lets a partition be that somebody took between two looks', async () => {
  const { sweeper, statuses, rewoken } = setTheScene(standing(0, { lag: 3 }));
  await sweeper.look();
  statuses[0] = standing(0, { lag: 3, owner: 'worker-1' });
  await sweeper.look();
  statuses[0] = standing(0, { lag: 3 });
  await sweeper.look();
  expect(rewoken).toEqual([]);
});

it('does not ask after a holder whose partition moves on', async () => {
  const { sweeper, statuses, gone, asked } = setTheScene(standing(0, { lag: 3, owner: 'a' }));
  gone.set(0, 'a#1#x');
  for (let decided = 0; decided < 3; decided += 1) {
    statuses[0] = standing(0, { lag: 3, owner: 'a', decided });
    expect(await sweeper.look()).toEqual([]);
  }
  expect(asked).toEqual([]);
});

it('frees a lease whose holder is gone, once two looks agree', async () => {
  const { sweeper, gone, freed, rewoken } = setTheScene(standing(0, { lag: 3, owner: 'a' }));
  gone.set(0, 'a#1#x');
  await sweeper.look();
  await sweeper.look();
  expect(freed).toEqual([]);
  expect(await sweeper.look()).toEqual([0]);
  expect(freed).toEqual([{ partition: 0, token: 'a#1#x' }]);
  expect(rewoken).toEqual([0]);
});

it('wakes for what nobody holds also when holders can’t be asked after', async () => {
  const statuses = [standing(0, { lag: 3 }), standing(1, { lag: 3, owner: 'a' })];
  const rewoken: number[] = [];
  const sweeper = new Sweeper({
    status: async () => statuses,
    abandoned: () => Promise.reject(new Error('not allowed')),
    free: async () => undefined,
    rewake: async (partition) => void rewoken.push(partition),
  });
  await sweeper.look();
  await expect(sweeper.look()).rejects.toThrow('not allowed');
  expect(rewoken).toEqual([0]);
});

it('begins anew when the lease is another one', async () => {
  const { sweeper, gone, freed } = setTheScene(standing(0, { lag: 3, owner: 'a' }));
  gone.set(0, 'a#1#x');
  await sweeper.look();
  await sweeper.look();
  gone.set(0, 'a#1#y');
  await sweeper.look();
  expect(freed).toEqual([]);
});
