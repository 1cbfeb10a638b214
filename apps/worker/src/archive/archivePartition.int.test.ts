import { type LoggedEvent, timeOfIdentity } from '@trove/core';
import { createArchiveSource, createDeliveryNotes } from '@trove/streams';
import { identity, made } from '@trove/testkit';
import { describe, expect, it } from 'vitest';
import { createArchivePartition } from './archivePartition.js';
import { archiveStage } from './archiveStage.fixture.js';

const HOUR_MS = 3_600_000;
const stage = archiveStage();

describe('archivePartition', () => {
  it('RC5 keeps what receipts are made of: answers, door, push, acknowledgement', async () => {
    await stage.log.publish(stage.partition);
    await stage.log.append(stage.partition, [stage.log.scan(1, 'CLOCK'), stage.log.scan(2)]);
    await stage.log.decide(stage.partition);
    const notes = createDeliveryNotes({
      redis: stage.log.redis,
      keys: stage.log.keys,
      onError: (error) => expect(error).toBeUndefined(),
      onForgotten: (many) => expect(many).toBe(0),
    });
    const [chunk] = await createArchiveSource(stage.log.redis, stage.log.keys).read(
      stage.partition,
      '0-0',
      10,
    );
    const { epoch = 0, count: rows = 0 } = chunk ?? {};
    const offset = Number.parseInt(chunk?.id ?? '', 10);
    const pushedAtUs = 1_795_660_753_331_156;
    const heard = Uint8Array.of(0b100);
    notes.pushed(stage.partition, { epoch, offset, pushedAtUs, rows, heard });
    const seenAtUs = pushedAtUs + 40;
    const device = { hunt: 'test-hunt', player: 'herons', epoch, since: 0, offset, seenAtUs };
    notes.seen(stage.partition, device);
    await notes.close();
    await stage.run();
    const columns = 'asked, door, epoch_us(pushed_at), epoch_us(acknowledged_at)';
    const sql = `select ${columns} from events where type = 'code.scanned.v1' order by position`;
    expect(await stage.ask(sql)).toEqual([
      ['0', 'd', null, seenAtUs],
      ['1', 'd', pushedAtUs, seenAtUs],
    ]);
  });

  it('CT5 names the hunt’s own types, and PT5 says what is of playtesters', async () => {
    await stage.log.publish(stage.partition);
    const data = { colour: 'red', heightM: 2 };
    const raised = { ...stage.log.scan(1), type: 'custom.flag.raised.v1', data } as const;
    const first = { ...made('ada', 'testers', 1), identity: stage.log.scan(2).identity };
    const tester = { ...first, data: { ...first.data, playtest: true } } as LoggedEvent;
    await stage.log.append(stage.partition, [
      raised,
      tester,
      stage.log.scan(3, 'CLOCK', 'testers'),
    ]);
    await stage.log.decide(stage.partition);
    await stage.run();
    const columns = "type, data->>'heightM', verdict, team, extras->>'playtest'";
    const sql = `select ${columns} from events where source = '/test' order by position`;
    expect(await stage.ask(sql)).toEqual([
      ['custom.flag.raised.v1', '2', 'noted', 'herons', null],
      ['code.scanned.v1', null, 'solved', 'testers', 'true'],
    ]);
  });

  it('keeps every event with its data and its outcome', async () => {
    await stage.log.publish(stage.partition);
    await stage.log.append(stage.partition, [
      stage.log.scan(1, 'CLOCK'),
      stage.log.scan(2, 'CLOCK'),
      stage.log.scan(3),
    ]);
    await stage.log.append(stage.partition, [stage.log.scan(1, 'CLOCK')]);
    await stage.log.decide(stage.partition);
    const other = { ...stage.log.scan(3, 'VAULT'), digest: 'other---' };
    await stage.log.append(stage.partition, [stage.log.scan(2, 'CLOCK'), other]);
    await stage.log.decide(stage.partition);
    await stage.run();
    const columns = "position, data->>'code', outcome, verdict, clue, points, rung, first_position";
    expect(await stage.ask(`select ${columns} from events where type = 'code.scanned.v1'`)).toEqual(
      [
        [1, 'CLOCK', 'accepted', 'solved', 'clock', 25, null, null],
        [2, 'CLOCK', 'accepted', 'already_solved', 'clock', 0, null, null],
        [3, 'NOPE', 'accepted', 'no_clue', null, 0, null, null],
        [4, 'CLOCK', 'duplicate', null, null, 0, 'chunk', 1],
        [5, 'CLOCK', 'duplicate', null, null, 0, 'id', 2],
        [6, 'VAULT', 'conflict', null, null, 0, 'id', 3],
      ],
    );
    expect(
      await stage.ask("select rules, score, version from events where verdict = 'solved'"),
    ).toEqual([[['first-two'], 25, 1]]);
    const order =
      'sent_at <= received_at or applied_at <= decided_at and decided_at <= committed_at';
    expect(await stage.ask(`select count(*) from events where ${order}`)).toEqual([[7]]);
    expect(
      await stage.ask('select count(*) from events where time is null or log_id is null'),
    ).toEqual([[0]]);
  });

  it('D5 names what has told each duplicate, as the charts count it', async () => {
    const windows = [{ on: 'code.scanned.v1', windowS: 60 }];
    const quality = { dedup: { fingerprint: { windows } } };
    await stage.log.publish(stage.partition, { quality });
    const [first, tap] = [stage.log.scan(1), stage.log.scan(2)];
    await stage.log.append(stage.partition, [first, first, tap]);
    await stage.log.decide(stage.partition);
    await stage.log.append(stage.partition, [first]);
    await stage.log.decide(stage.partition);
    await stage.run();
    const sql = "select rung, count(*) from events where rung <> '' group by rung";
    const told = { chunk: 1, fingerprint: 1, id: 1 };
    expect(Object.fromEntries(await stage.ask(sql))).toEqual(told);
    const counted = [...stage.log.metrics.totalsNow().counts].flatMap(([key, count]) => {
      const [group, rung] = key.split(' ');
      return group === 'duplicates' ? [[rung, count]] : [];
    });
    expect(Object.fromEntries(counted)).toEqual(told);
  });

  it('writes bounded files, named by partition and range, and a manifest of them', async () => {
    await stage.play(95);
    await stage.run();
    const found = await stage.files();
    const epoch = found[0]?.epoch;
    expect(found.map(({ path }) => path)).toEqual([
      `p${stage.partition}/00000000000000-00000000000030.e${epoch}.parquet`,
      `p${stage.partition}/00000000000031-00000000000060.e${epoch}.parquet`,
      `p${stage.partition}/00000000000061-00000000000095.e${epoch}.parquet`,
    ]);
    expect(found[1]).toMatchObject({ rows: 30, hunts: ['test-hunt'] });
    expect(found[1]?.firstLogId).toMatch(/^\d+-\d+$/);
    await stage.expectWhole();
  });

  it('names the times between which the ids of a file were made', async () => {
    await stage.log.publish(stage.partition);
    const first = stage.log.scan(1);
    const madeMs = timeOfIdentity(first.identity);
    const late = { ...stage.log.scan(2), identity: identity(madeMs - HOUR_MS, 2) };
    await stage.log.append(stage.partition, [first, late, stage.log.scan(3)]);
    await stage.log.decide(stage.partition);
    await stage.run();
    expect(await stage.files()).toMatchObject([{ minIdMs: madeMs - HOUR_MS, maxIdMs: madeMs }]);
  });

  it('waits until a file is full or the oldest event has waited long enough', async () => {
    await stage.play(30);
    await stage.run({ waitMs: 60_000 });
    expect(await stage.files()).toEqual([]);
    await stage.run({ waitMs: 60_000, nowMs: () => Date.now() + 61_000 });
    expect(await stage.files()).toHaveLength(1);
  });

  it('does not wait for an hour because the clock was put back by one', async () => {
    await stage.play(30);
    await stage.run({ waitMs: 60_000, nowMs: () => Date.now() - HOUR_MS });
    expect(await stage.files()).toHaveLength(1);
    await stage.expectWhole();
  });

  it('rests after each file while little waits, and not once it is pressed', async () => {
    await stage.play(95);
    let nowMs = Date.now();
    let isPressed = false;
    // Each look at the clock is ten milliseconds later, so that work takes time.
    const clock = () => {
      nowMs += 10;
      return nowMs;
    };
    const archive = createArchivePartition(
      stage.deps({ nowMs: clock, isPressed: async () => isPressed }),
    );
    await archive({ partition: stage.partition });
    expect(await stage.files()).toHaveLength(1);
    await archive({ partition: stage.partition });
    expect(await stage.files(), 'it rests').toHaveLength(1);
    isPressed = true;
    await archive({ partition: stage.partition });
    expect(await stage.files()).toHaveLength(3);
    await stage.expectWhole();
  });

  it('writes once what runs twice, and what five workers write at once', async () => {
    await stage.play(200);
    await Promise.allSettled([1, 2, 3, 4, 5].map(() => stage.run()));
    await stage.run();
    const found = await stage.files();
    await stage.run();
    expect(await stage.files()).toEqual(found);
    await stage.expectWhole();
  });

  it('goes on over several runs with decisions between', async () => {
    await stage.play(60);
    await stage.run();
    await stage.log.appendScans(stage.partition, 61, 60);
    await stage.log.decide(stage.partition);
    await stage.run();
    expect((await stage.files()).map(({ rows }) => rows)).toEqual([31, 30, 60]);
    await stage.expectWhole();
  });
});
