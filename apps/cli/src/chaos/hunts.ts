/**
 * The hunts of a fault run: codes only, worth more with every version, with a bonus for the first
 * finders, so that what a team gets depends on the order of the log.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { stringify } from 'yaml';
import type { SourceToken } from '../bench/shapes.js';
import { DoorClient } from '../door/doorClient.js';
import { FailedError } from '../exits.js';
import { codeOf } from './clients/client.js';
import type { Installation } from './installation.js';
import { CHAOS } from './limits.js';

/** Extra points of the first, the second … team to find a code. */
export const FIRST_FINDERS = [5, 3];
/** A code that no clue has; some faults make the fold throw on it. */
export const POISON = 'POISON';
const TRIES = 200;

/** Points of a code under a version of the rules. */
export function pointsOf(version: number): number {
  return 5 + 5 * version;
}

/** A hunt file's text. `faulty` adds a rule whose condition can never be evaluated. */
export function chaosHunt(slug: string, version: number, isFaulty = false): string {
  return stringify({
    trove: 1,
    slug,
    title: `Chaos ${slug}`,
    clues: Array.from({ length: CHAOS.codes }, (_, index) => ({
      id: `clue-${index}`,
      title: `Clue ${index}`,
      points: pointsOf(version),
      find: { code: codeOf(index) },
      firstFinders: FIRST_FINDERS,
    })),
    ...(isFaulty ? { rules: [FAULTY_RULE] } : {}),
  });
}

/** The divisor is zero at every event, which no reader of the rule can know. */
const FAULTY_RULE = {
  id: 'faulty',
  on: 'code.scanned.v1',
  when: '1 / (team.score - team.score) > 0',
  then: { award: 1_000 },
};

/** Publishes a hunt for every partition; answers their slugs once every door knows them. */
export async function publishHunts(
  installation: Installation,
  { publisher, name, isFaulty }: { publisher: SourceToken; name: string; isFaulty: boolean },
): Promise<string[]> {
  const clients = installation.doors.map((url) => new DoorClient({ url, ...publisher }));
  const byPartition = new Map<number, string>();
  for (let tries = 0; byPartition.size < CHAOS.partitions; tries += 1) {
    if (tries >= TRIES) throw new FailedError('no hunt falls into some partition');
    const slug = `${name}-${tries}`;
    const text = chaosHunt(slug, 1, isFaulty);
    const { partition } = await (clients[0] as DoorClient).publish(slug, text);
    byPartition.set(partition, slug);
  }
  const slugs = [...byPartition.values()];
  for (const client of clients) for (const slug of slugs) await known(client, slug);
  return slugs;
}

async function known(client: DoorClient, slug: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await client.board(slug, 1);
      return;
    } catch (error) {
      if (tries >= TRIES) throw error;
      await pause(CHAOS.lookMs);
    }
  }
}
