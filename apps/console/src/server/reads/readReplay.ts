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
  const isTooOld =
    live.clock === 'wall' &&
    core.idTimeProblem(timeOfEventId(event.id), Date.now()) === 'id_too_old';
  if (isTooOld && !(await streams.isReplayParked(redis(), replay))) {
    return no('Its id is older than the dedup window: nobody knows whether it was counted before.');
  }
  return { isGood: true, replay };
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
