/**
 * Whether a refused event can be replayed, as it is or repaired, by what it says alone. Where it
 * would go, and whether it would count there, is asked of its hunt afterwards.
 */
import {
  CONTROL_SOURCE,
  checkPlayEvent,
  Name,
  type PlayEvent,
  type QuarantineEntry,
  Source,
  withoutEnvelope,
} from '@trove/contracts';
import { applyPatch } from './applyPatch.js';
import type { RepairPlan } from './repairPlan.js';

/** An event that its contract accepts. */
export interface Replayable {
  readonly event: PlayEvent;
  /** When it happened by the sender's clock, ms. */
  readonly timeMs: number;
  /** Who made the id; with the id it is the event's identity. */
  readonly source: string;
  /** What a repair has made of the original; undefined when it is sent as it was. */
  readonly repaired?: unknown;
}

export type Judged =
  | { readonly is: 'good'; readonly replayable: Replayable }
  /** The condition is not true of it: the repair is not about this one. */
  | { readonly is: 'unmatched' }
  | Stays;

/** It stays in quarantine, and why, in words for people. */
export interface Stays {
  readonly is: 'stays';
  readonly says: string;
  /** Of the field that its contract still refuses. */
  readonly path?: string;
}

/** What no repair mends: its sender had no right to say this, and has none now. */
const SILENCED: ReadonlySet<string> = new Set<QuarantineEntry['code']>([
  'hunt_not_allowed',
  'not_permitted',
  'other_source',
  'other_team',
]);

/** Judges an entry as it is, or as a rule would repair it. */
export function judgeEntry(entry: QuarantineEntry, plan?: RepairPlan): Judged {
  const original = readOriginal(entry);
  if (plan !== undefined && (original === undefined || !plan.matches(original.json))) {
    return { is: 'unmatched' };
  }
  const obstacle = obstacleOf(entry);
  if (obstacle !== undefined) return stays(obstacle);
  if (original === undefined && !isWhole(entry)) {
    return stays('Only its beginning was kept, so that it can’t be sent again.');
  }
  if (plan === undefined) return judgeValue(entry, original?.json, original?.json);
  const patched = applyPatch(original?.json, plan.patch);
  if (!patched.isGood) return stays(`It can’t be repaired so: ${patched.says}.`);
  return judgeValue(entry, original?.json, patched.value);
}

/** Judges what somebody has made of an entry by hand. */
export function judgeRepaired(entry: QuarantineEntry, text: string): Judged {
  const obstacle = obstacleOf(entry);
  if (obstacle !== undefined) return stays(obstacle);
  if (entry.care?.state === 'replayed')
    return stays('It was replayed before: see what became of it.');
  const repaired = parse(text);
  if (repaired === undefined) return stays('The repaired event is not JSON.');
  return judgeValue(entry, readOriginal(entry)?.json, repaired.json);
}

/** What is wrong with the entry whatever its event says. */
function obstacleOf(entry: QuarantineEntry): string | undefined {
  if (entry.care?.state === 'discarded') return 'It was discarded.';
  if (entry.code === 'id_conflict') {
    return 'What it disagrees with was counted under the same id: it would be a conflict again.';
  }
  if (SILENCED.has(entry.code)) return 'Its sender may not speak for this player, now as then.';
  const source = Source.safeParse(entry.source);
  if (!source.success || source.data === CONTROL_SOURCE) return 'Nobody may send under its source.';
  return undefined;
}

function judgeValue(entry: QuarantineEntry, before: unknown, value: unknown): Judged {
  if (entry.eventId === '') return stays('Its id can’t be read, so nothing can go by it.');
  if (fieldOf(value, 'id') !== entry.eventId) {
    return stays(`The id stays what it was, ${entry.eventId}: another id is another event.`, 'id');
  }
  if (!isSame(fieldOf(before, 'source'), fieldOf(value, 'source'))) {
    return stays('The source stays what it was: with the id it says which event this is.');
  }
  const hunt = fieldOf(value, 'hunt');
  // An id is parked and remembered in one hunt: sent to another, it could count in both.
  if (entry.code !== 'unknown_hunt' && entry.hunt !== '' && hunt !== entry.hunt) {
    return stays(`The hunt stays what it was, ${entry.hunt}: its id counts there, once.`, 'hunt');
  }
  const other = otherSpeaker(entry, value);
  if (other !== undefined) return other;
  const checked = checkPlayEvent(withoutEnvelope(value));
  if (!checked.isGood) {
    const where = checked.path === '' ? '' : ` at ${checked.path}`;
    return stays(`It would be refused again${where}: ${checked.detail}.`, checked.path);
  }
  const { event, timeMs } = checked;
  const repaired = isSame(before, value) ? {} : { repaired: value };
  return { is: 'good', replayable: { event, timeMs, source: entry.source, ...repaired } };
}

/** Whether its sender may speak was asked of the player and the team that it named. */
function otherSpeaker(entry: QuarantineEntry, value: unknown): Stays | undefined {
  for (const name of ['player', 'team'] as const) {
    const was = entry[name];
    if (!Name.safeParse(was).success || fieldOf(value, name) === was) continue;
    return stays(`The ${name} stays what it was, ${was}: it was sent for no other.`, name);
  }
  return undefined;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** Undefined when only its beginning was kept, or when it never was JSON. */
function readOriginal(entry: QuarantineEntry): { readonly json: unknown } | undefined {
  return isWhole(entry) ? parse(entry.original) : undefined;
}

/** UTF-8 takes at most three bytes for a unit of UTF-16, and at least one. */
function isWhole({ original, originalBytes }: QuarantineEntry): boolean {
  return new TextEncoder().encode(original).length === originalBytes;
}

function parse(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function stays(says: string, path?: string): Stays {
  return { is: 'stays', says, ...(path !== undefined && { path }) };
}
