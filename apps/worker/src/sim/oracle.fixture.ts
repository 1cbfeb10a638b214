/** What must come of a log, in the plainest words; shares nothing with the drain. */
import { decide, type LogEntry } from '@trove/core';
import { compiled, emptyView, T0 } from '@trove/testkit';
import { definition, HINT_COST, SCANS_FOR_ATTIC } from './simulated.fixture.js';

/** One team of the oracle. */
interface Sheet {
  score: number;
  scans: number;
  isUnlocked: boolean;
  readonly solved: Set<string>;
  isHinted: boolean;
}

/** Scores, marks and outcomes from the log in the plainest words; knows only the test hunt. */
export function oracle(log: readonly LogEntry[]) {
  const first = new Map<string, string>();
  const sheets = new Map<string, Sheet>();
  const counts = { counted: 0, duplicate: 0, conflict: 0, late: 0 };
  let clockSolves = 0;
  const all = log.flatMap(({ events, isReplay }) => events.map((event) => ({ event, isReplay })));
  for (const { event, isReplay } of all) {
    const digest = first.get(event.identity);
    if (event.timeMs < T0 && (digest !== undefined || !isReplay)) {
      counts.late += 1;
      continue;
    }
    if (digest !== undefined) {
      counts[digest === event.digest ? 'duplicate' : 'conflict'] += 1;
      continue;
    }
    first.set(event.identity, event.digest);
    counts.counted += 1;
    if (event.type === 'hunt.published.v1') continue;
    const none = { score: 0, scans: 0, isUnlocked: false, solved: new Set<string>() };
    const sheet = sheets.get(event.team) ?? { ...none, isHinted: false };
    sheets.set(event.team, sheet);
    if (event.type === 'hint.requested.v1') {
      if (!sheet.isHinted && !sheet.solved.has('CLOCK')) {
        sheet.isHinted = true;
        sheet.score -= HINT_COST;
      }
    } else if (event.type === 'code.scanned.v1') {
      clockSolves += scanned(sheet, event.data.code, clockSolves);
    }
  }
  return { counts, sheets };
}

/** Answers 1 when it was a solve of the clock. */
function scanned(sheet: Sheet, code: string, clockSolves: number): number {
  const isNew = !sheet.solved.has(code);
  let solves = 0;
  if (code === 'CLOCK' && isNew) {
    sheet.score += Math.max(9, 20 - 4 * clockSolves) + ([5, 3][clockSolves] ?? 0);
    solves = 1;
  }
  if (code === 'VAULT' && isNew && sheet.isUnlocked) sheet.score += 50;
  if (solves > 0 || (code === 'VAULT' && sheet.isUnlocked)) sheet.solved.add(code);
  sheet.scans += 1;
  if (sheet.scans === SCANS_FOR_ATTIC) {
    sheet.isUnlocked = true;
    sheet.score -= 1;
  }
  return solves;
}

/** What recommendations are made of when the log is folded in one piece. */
export function memoryOf(entries: readonly LogEntry[]): unknown {
  const view = { ...emptyView(compiled(definition)), isParked: () => true };
  const chunk = { entries, decided: 0, repeats: new Map(), poisoned: new Set<number>() };
  const { memory } = decide(chunk, view).hunts[0] ?? {};
  const { next, heat, hottest = [], trails } = memory ?? {};
  return { next, heat, hottest, trails };
}
