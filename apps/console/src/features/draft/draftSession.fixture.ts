/** A sitting at a draft whose clock and server are stepped by hand, and a change to make in it. */
import type { DraftView } from '@trove/contracts';
import type { SaveAnswer } from '../../server/commands/saveDraft';
import { DraftSession } from './draftSession';

export const draftAt = (revision: number, value: unknown): DraftView => ({
  slug: 'harbour',
  title: 'Harbour',
  revision,
  baseVersion: 0,
  lastVersion: 0,
  value,
  source: JSON.stringify(value),
  findings: [],
  unsaid: [],
  review: { isNeeded: false, isDone: false },
  updatedBy: 'ada@trove.test',
  updatedAt: '2026-11-26T00:00:00.000Z',
});

/** A session whose clock and server are stepped by hand. */
export function sitting() {
  const due: (() => void)[] = [];
  const asked: { revision: number; patch: unknown }[] = [];
  const answers: ((answer: SaveAnswer | Error) => void)[] = [];
  const session = new DraftSession({
    draft: draftAt(1, { title: 'Harbour', clues: [] }),
    later: (callback) => due.push(callback),
    save: ({ revision, patch }) => {
      asked.push({ revision, patch });
      return new Promise((resolve, reject) => {
        answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
      });
    },
  });
  return {
    session,
    asked,
    tick() {
      for (const callback of due.splice(0)) callback();
    },
    async answer(answer: SaveAnswer | Error) {
      answers.shift()?.(answer);
      await Promise.resolve().then(() => undefined);
    },
  };
}

export const rename = (value: string) => [{ op: 'replace' as const, path: '/title', value }];
