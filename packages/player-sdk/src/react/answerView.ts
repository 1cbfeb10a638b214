/** What the server has answered last to a question that is asked again when things change. */
import type { Answer, Problem } from '@trove/contracts';
import { type Cell, cellOf } from './cell.js';

export interface AnswerView<T> {
  /** The last answer; kept while a newer one is awaited, and while there is no connection. */
  readonly value: T | undefined;
  /** Whether something has changed since, or the server could not be asked. */
  readonly isStale: boolean;
  readonly problem: Problem | undefined;
}

export interface AskedCell<T> extends Pick<Cell<AnswerView<T>>, 'get' | 'subscribe'> {
  /** Things have changed: asks again, once however many say so while an answer is awaited. */
  refresh(): void;
  /** Nobody knows whether it has changed: what is shown may be old. */
  doubt(): void;
  /** The server has sent the newest value itself. */
  put(value: T): void;
}

/** Asks when it is first listened to. `ask` never rejects. */
export function askedCell<T>(ask: () => Promise<Answer<{ value: T }>>): AskedCell<T> {
  let isAsking = false;
  let isWanted = false;
  let isListened = false;
  const nothing: AnswerView<T> = { value: undefined, isStale: true, problem: undefined };
  const cell = cellOf(nothing, () => {
    isListened = true;
    refresh();
  });
  const stale = () => {
    if (!cell.get().isStale) cell.set({ ...cell.get(), isStale: true });
  };
  async function askAll(): Promise<void> {
    while (isWanted) {
      isWanted = false;
      const answer = await ask();
      const { value } = cell.get();
      const read = answer.ok
        ? { value: answer.value, isStale: isWanted, problem: undefined }
        : { value, isStale: true, problem: answer.error };
      cell.set(read);
    }
  }
  function refresh(): void {
    if (!isListened) return;
    stale();
    isWanted = true;
    if (isAsking) return;
    isAsking = true;
    void askAll().finally(() => {
      isAsking = false;
    });
  }
  return {
    get: cell.get,
    subscribe: cell.subscribe,
    refresh,
    doubt: stale,
    put(value) {
      // The answer under way may be older than this: it is asked for once more behind it.
      if (isAsking) isWanted = true;
      cell.set({ value, isStale: isAsking, problem: undefined });
    },
  };
}
