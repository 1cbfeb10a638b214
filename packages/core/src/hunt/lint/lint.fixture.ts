/** Small hunts for the linter's tests: quiet ones, to which a test adds what is to be found. */
import type { Finding } from '@trove/contracts';
import { stringify } from 'yaml';
import { applyEdit } from './applyEdit.js';
import { lintHuntFile } from './lintHuntFile.js';

export type Part = Readonly<Record<string, unknown>>;

export const code = (id: string, more: Part = {}): Part => ({
  id,
  title: 'T',
  points: 5,
  find: { code: `C-${id}` },
  ...more,
});

export const place = (id: string, lat: number, more: Part = {}): Part => ({
  id,
  title: 'T',
  points: 5,
  find: { place: { id: `p-${id}`, lat, lon: 11, radiusM: 50 } },
  ...more,
});

export const answer = (id: string, accept: readonly string[], more: Part = {}): Part => ({
  id,
  title: 'T',
  points: 5,
  find: { answer: { accept } },
  ...more,
});

export const after = (...ids: string[]) => ({ requires: { all: ids } });

export const rule = (when: string, more: Part = {}): Part => ({
  id: 'r',
  on: 'code.scanned.v1',
  when,
  then: { award: 1 },
  ...more,
});

export function huntOf(clues: readonly Part[], more: Part = {}): string {
  return stringify({ trove: 1, slug: 'demo', title: 'Demo', joinCode: 'DEMO', clues, ...more });
}

export function findingsIn(text: string): readonly Finding[] {
  return lintHuntFile(text).findings;
}

/** Rule and path of all findings in a hunt of these parts. */
export function told(clues: readonly Part[], more: Part = {}): readonly string[] {
  return findingsIn(huntOf(clues, more)).map((finding) => `${finding.rule} ${finding.path}`);
}

/** The text with the finding's edit made. */
export function edited(text: string, { edit }: Finding): string {
  if (edit === undefined) throw new Error('the finding has no edit');
  const changed = applyEdit(text, edit);
  if (changed === undefined) throw new Error('the edit does not fit the text');
  return changed;
}
