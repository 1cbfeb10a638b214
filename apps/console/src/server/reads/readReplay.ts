/** Whether an entry of the quarantine can be sent again as it is, and if not, why. */
import type { QuarantineEntry } from '@trove/contracts';
import type { Replay } from '@trove/streams';
import { huntDirectory, redis } from '../connections';
import { contracts, core, streams } from '../packages';

const { CONTROL_SOURCE, checkPlayEvent, Source, timeOfEventId, withoutEnvelope } = contracts;

export type ReadReplay =
  | { readonly isGood: true; readonly replay: Replay }
  | { readonly isGood: false; readonly says: string };

export async function readReplay(entry: QuarantineEntry): Promise<ReadReplay> {
  const { code, original, originalBytes } = entry;
  if (code === 'id_conflict') {
    return no(
      'What it disagrees with was counted under the same id: it would be a conflict again.',
    );
  }
  if (SILENCED.has(code)) return no('Its sender may not speak for this player, now as then.');
  if (Buffer.byteLength(original) !== originalBytes) {
    return no('Only its beginning was kept, so that it can’t be sent again.');
  }
  const checked = checkPlayEvent(withoutEnvelope(parse(original)));
  if (!checked.isGood) {
    const where = checked.path === '' ? '' : ` at ${checked.path}`;
    return no(`It would be refused again${where}: ${checked.detail}.`);
  }
  const source = Source.safeParse(entry.source);
  if (!source.success || source.data === CONTROL_SOURCE) {
    return no('Nobody may send under its source.');
  }
  const { event, timeMs } = checked;
  const live = await huntDirectory().get(event.hunt);
  if (!live) return no(`No hunt named ${event.hunt} is published.`);
  const replay: Replay = { live, event, timeMs, source: source.data };
  // The door parks only what its sender may say, and only while a repeat can be told from a first.
  const mayBeFirst = entry.stage === 'decide' || code === 'unknown_hunt';
  const standing = await streams.standingOf(redis(), replay);
  if (standing === 'unknown' && (!mayBeFirst || isTooOld(replay))) {
    return no('Nobody knows whether it was counted before, or whether its sender had the right.');
  }
  return { isGood: true, replay };
}

/** What no passing of time mends. */
const SILENCED: ReadonlySet<QuarantineEntry['code']> = new Set([
  'hunt_not_allowed',
  'not_permitted',
  'other_source',
  'other_team',
] as const);

function isTooOld({ live, event }: Replay): boolean {
  if (live.clock === 'events') return false;
  return core.idTimeProblem(timeOfEventId(event.id), Date.now()) === 'id_too_old';
}

function no(says: string): ReadReplay {
  return { isGood: false, says };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
