/** Replays a check-in file: reads it for its clues, publishes the hunt, sends every row. */
import { basename } from 'node:path';
import { deliver } from '../delivery/deliver.js';
import { DELIVERY_LIMITS } from '../delivery/limits.js';
import { type DeliveryReport, reportOf } from '../delivery/report.js';
import type { Tally } from '../delivery/tally.js';
import { DoorClient } from '../door/doorClient.js';
import type { SourceDoor } from '../door/withSource.js';
import { FailedError } from '../exits.js';
import type { Output } from '../output.js';
import { readCheckins } from './checkinFile.js';
import { PlaceRanking } from './placeRanking.js';
import { replayBatches } from './replayEvents.js';
import { REPLAY_HUNT, replayHuntYaml, replaySlug } from './replayHunt.js';
import { readVenueNames } from './venueNames.js';

export interface ReplayOptions {
  readonly file: string;
  readonly venues?: string | undefined;
  /** Another slug than the one the file's content gives. */
  readonly hunt?: string | undefined;
  /** Rows of the board in the report. */
  readonly boardRows: number;
}

export interface Replayed {
  readonly hunt: string;
  readonly report: DeliveryReport;
  readonly tally: Tally;
  /** Lines of the file that are no check-ins. */
  readonly badLines: number;
}

/** Sends the whole file. Throws `FailedError` when nothing can be sent. */
export async function replay(
  door: SourceDoor,
  options: ReplayOptions,
  output: Output,
): Promise<Replayed> {
  const client = new DoorClient(door);
  const slug = options.hunt ?? (await replaySlug(options.file));
  const { ranking, badLines } = await rankFile(options.file);
  if (ranking.rows === 0) throw new FailedError(`${options.file} holds no check-ins`);
  if (badLines > 0) output.note(`${badLines} lines are no check-ins and are left out`);
  await publish({ client, slug, ranking, options, output });
  const progress = output.progress('replay', ranking.rows);
  const tally = await deliver({
    door,
    client,
    batches: replayBatches(options.file, slug, DELIVERY_LIMITS.eventsPerPacket),
    onProgress: ({ sent, undecided }) => progress.update(sent - undecided),
  }).finally(() => progress.stop());
  const board = await client.board(slug, options.boardRows);
  return { hunt: slug, report: reportOf(tally, board), tally, badLines };
}

async function rankFile(path: string): Promise<{ ranking: PlaceRanking; badLines: number }> {
  const ranking = new PlaceRanking();
  let badLines = 0;
  const onBadLine = () => {
    badLines += 1;
  };
  for await (const checkin of readCheckins(path, onBadLine)) ranking.add(checkin);
  return { ranking, badLines };
}

interface Publication {
  readonly client: DoorClient;
  readonly slug: string;
  readonly ranking: PlaceRanking;
  readonly options: ReplayOptions;
  readonly output: Output;
}

async function publish({ client, slug, ranking, options, output }: Publication): Promise<void> {
  const places = ranking.top(REPLAY_HUNT.clues);
  const wanted = new Set(places.map(({ place }) => place));
  const names = options.venues ? await readVenueNames(options.venues, wanted) : new Map();
  const fileName = basename(options.file);
  const yaml = replayHuntYaml({ slug, fileName, rows: ranking.rows, places, names });
  const { version, published } = await client.publish(slug, yaml);
  const how = published ? 'published' : 'already live';
  output.note(`hunt ${slug} version ${version} ${how}: ${places.length} clues`);
}
