/**
 * Players whose connections break while their teams' results flow: each gets every result, or is
 * told to take a snapshot. Nothing waits for time to pass: connections are cut and made, and
 * events sent, in turns that end when what they must lead to has come.
 */
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Api, call, cloudEvent, HUNT, openApi } from './installation.js';
import { playerToken } from './playerToken.js';

const SOCKETS = 100;
const TEAMS = 20;
const TURNS = 4;
const WITHIN = { timeout: 20_000, interval: 20 };

interface Place {
  readonly partition: number;
  readonly epoch: number;
  readonly offset: number;
}

interface Push extends Place {
  readonly results: readonly { readonly id: string; readonly team: string }[];
}

/** What Engine.IO's client has under it in Node. */
interface Cuttable {
  readonly transport: { readonly ws: { terminate(): void } };
}

let api: Api;
const clients: Client[] = [];

beforeAll(async () => {
  api = await openApi(5);
});
afterAll(async () => {
  for (const client of clients) client.socket.disconnect();
  await api.close();
});

/** A bare Socket.IO client that names the last place it has had, as the documents say. */
class Client {
  readonly team: string;
  readonly socket: Socket;
  readonly ids: string[] = [];
  snapshots = 0;
  last: Place[] | undefined;

  constructor(number: number, token: string) {
    this.team = `team-${number % TEAMS}`;
    this.socket = io(`${api.url}/play`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: (give) => give({ token, ...(this.last === undefined ? {} : { last: this.last }) }),
    });
    this.socket.on(
      'welcome',
      ({ offsets, recovered }: { offsets: Place[]; recovered: boolean }) => {
        if (!recovered) this.snapshots += 1;
        if (!recovered || this.last === undefined) this.last = offsets;
      },
    );
    this.socket.on('results', ({ partition, epoch, offset, results }: Push) => {
      this.last = [{ partition, epoch, offset }];
      this.ids.push(...results.map(({ id }) => id));
    });
  }

  /** As a lost signal does: no last words. */
  cut(): void {
    const { transport } = this.socket.io.engine as unknown as Cuttable;
    transport.ws.terminate();
  }
}

/** One event of each team, decided. */
async function play(): Promise<{ id: string; team: string }[]> {
  const events = Array.from({ length: TEAMS }, (_, i) => cloudEvent('NO', { team: `team-${i}` }));
  const options = {
    token: api.token,
    type: 'application/cloudevents-batch+json',
    body: JSON.stringify(events),
    prefer: 'wait=10',
  };
  const { body } = await call(api.url, 'POST /v1/events', options);
  expect((body['results'] as { status: string }[]).every((one) => one.status === 'decided')).toBe(
    true,
  );
  return events.map(({ id, team }) => ({ id, team }));
}

const allConnected = (some: readonly Client[]) =>
  vi.waitFor(() => expect(some.filter(({ socket }) => !socket.connected)).toHaveLength(0), WITHIN);

describe('players whose connections break', () => {
  it('get every result of their team once, or are told to take a snapshot', async () => {
    for (let i = 0; i < SOCKETS; i += 1) {
      const token = await playerToken({ hunt: HUNT, player: `p-${i}`, team: `team-${i % TEAMS}` });
      clients.push(new Client(i, token));
    }
    await allConnected(clients);
    const sent: { id: string; team: string }[] = await play();
    for (let turn = 0; turn < TURNS; turn += 1) {
      const away = clients.filter((_, i) => i % TURNS !== turn);
      for (const client of away) client.cut();
      await vi.waitFor(() => {
        expect(away.filter(({ socket }) => socket.connected)).toHaveLength(0);
      }, WITHIN);
      sent.push(...(await play()), ...(await play()));
      for (const client of away) client.socket.connect();
      sent.push(...(await play()));
      await allConnected(away);
    }
    const expected = (team: string) => sent.filter((one) => one.team === team).map(({ id }) => id);
    await vi.waitFor(() => {
      for (const { ids, team } of clients) expect(ids).toEqual(expected(team));
    }, WITHIN);
    expect(clients.filter(({ snapshots }) => snapshots > 0)).toHaveLength(0);
  });

  it('are told of a snapshot where what they missed cannot be sent', async () => {
    const [client] = clients;
    if (client?.last === undefined) throw new Error('nobody was connected');
    client.cut();
    await vi.waitFor(() => expect(client.socket.connected).toBe(false), WITHIN);
    client.last = client.last.map((place) => ({ ...place, epoch: place.epoch + 1 }));
    client.socket.connect();
    await vi.waitFor(() => expect(client.snapshots).toBe(1), WITHIN);
    const known = client.ids.length;
    const sent = await play();
    await vi.waitFor(() => expect(client.ids).toHaveLength(known + 1), WITHIN);
    expect(client.ids.at(-1)).toBe(sent.find(({ team }) => team === client.team)?.id);
  });
});
