/**
 * A hunt on this device: joins it, speaks to the door through the SDK, and keeps the state that
 * the screens show. What is sent goes through the SDK's queue, so that it leaves once there is a
 * signal, in order and each once.
 */
import type {
  Answer,
  EventData,
  EventType,
  JoinRequest,
  ProblemCode,
  Receipt,
} from '@trove/contracts';
import { createPlayer, type Player, type Sent, type Session } from '@trove/player-sdk';
import { attachToPage } from '@trove/player-sdk/browser';
import { type Joining, joinPlay, wordsOfRefusal } from './joinPlay';
import { devicePlayerId, deviceStore, readKeptPlay } from './keptPlay';
import { listenTo } from './listenTo';
import { PictureSender } from './pictureSender';
import { PictureShelf } from './pictureShelf';
import { OPENING } from './playState';
import { PlayStore } from './playStore';
import { readView } from './readView';
import {
  type Intent,
  openSubmissions,
  type Submission,
  withoutSubmission,
  withRefused,
  withSubmission,
} from './submission';
import { Tabs } from './tabs';
import { ViewReader } from './viewReader';

/** What only a captain may do to a member: hand over the lead, or send away. */
export type CaptainAct = 'lead' | 'remove';

interface PlayClientOptions {
  readonly slug: string;
  /** Where the door is. */
  readonly door: string;
}

export class PlayClient {
  readonly store: PlayStore;
  /** What was typed and not sent, by field. */
  readonly typed = new Map<string, string>();
  readonly #options: PlayClientOptions;
  readonly #reader = new ViewReader(() => this.#readView());
  readonly #shelf: PictureShelf;
  readonly #pictures: PictureSender;
  readonly #tabs: Tabs;
  #player: Player | undefined;
  #detach: (() => void) | undefined;
  #isClosed = false;

  constructor(options: PlayClientOptions) {
    this.#options = options;
    this.store = new PlayStore(options.slug);
    this.#shelf = new PictureShelf(deviceStore(), options.slug);
    this.#pictures = this.#sendPictures();
    // Browsers have locks on secure pages alone.
    const locks: LockManager | undefined = navigator.locks;
    this.#tabs = new Tabs({ slug: options.slug, store: this.store, locks });
  }

  /** Goes on with what the device has kept, or waits to be joined. */
  async open(): Promise<void> {
    const { session, view } = await readKeptPlay(this.#options.slug);
    if (this.#isClosed) return;
    if (session === undefined) this.store.set({ ...view, stage: 'joining' });
    else await this.#play(session, { ...OPENING, ...view });
  }

  async join(asked: Omit<JoinRequest, 'playerId'>): Promise<Joining> {
    const { door, slug } = this.#options;
    const request = { ...asked, playerId: await devicePlayerId() };
    const joined = await joinPlay({ door, slug, request });
    if (joined.ok && !this.#isClosed) await this.#play(joined.session, this.store.state);
    return joined;
  }

  /** Undefined when it is done; else why it is not. */
  async leave(): Promise<string | undefined> {
    const code = await this.#ask((player) => player.leaveTeam());
    // Whoever is in no team any more has what was asked for.
    if (code !== undefined && code !== 'not_in_team') return wordsOfRefusal(code);
    this.forget();
    return undefined;
  }

  /** Undefined when it is done; else why it is not. `member` is a number of the team. */
  async asCaptain(act: CaptainAct, member: number): Promise<string | undefined> {
    const code = await this.#ask((player) => {
      return act === 'lead' ? player.makeCaptain(member) : player.removeMember(member);
    });
    return code && wordsOfRefusal(code);
  }

  /** Why the door did not do it; undefined when it did. Without a signal nothing is asked. */
  async #ask(call: (player: Player) => Promise<Answer<object>>): Promise<ProblemCode | undefined> {
    const player = this.#player;
    if (player === undefined || player.connection !== 'live') return 'not_ready';
    const answer = await call(player);
    return answer.ok ? undefined : answer.error.code;
  }

  /** Back to joining: the pass is gone, and what was seen with it. */
  forget(): void {
    this.rejoin();
    this.store.set({ submissions: [] });
    // A device that keeps nothing has nothing to forget.
    this.#shelf.clear().catch(() => undefined);
  }

  /** Back to joining, to come back to the same team: what waits on the phone goes on waiting. */
  rejoin(): void {
    const submissions = openSubmissions(this.store.state.submissions);
    this.#endSession();
    this.store.put({ ...OPENING, stage: 'joining', submissions });
    this.store.setSession(undefined);
  }

  /** Undefined when the device keeps all that it may; nothing was sent then. */
  submit<T extends EventType>(intent: Intent<T>): Submission | undefined {
    return this.#note(this.#player?.send(intent.type, intent.data as EventData<T>), intent);
  }

  /** Undefined when the picture will be sent, now or with the next signal; else why not. */
  submitPhoto(clue: string, picture: Blob): Promise<string | undefined> {
    return this.#pictures.submit(clue, picture);
  }

  #sendPictures(): PictureSender {
    const change = (to: (list: readonly Submission[]) => readonly Submission[]) => {
      this.store.set({ submissions: to(this.store.state.submissions) });
      this.store.keepNow();
    };
    return new PictureSender({
      shelf: this.#shelf,
      sender: () => {
        const team = this.store.session?.team;
        return team !== undefined && this.#player ? { team, player: this.#player } : undefined;
      },
      submissions: () => this.store.state.submissions,
      waits: (one) => change((list) => withSubmission(list, one)),
      sent: (sent, { id, clue, says }) => {
        change((list) => withoutSubmission(list, id));
        this.#note(sent, { type: 'photo.submitted.v1', says, clue });
      },
      refused: ({ id }, says) => change((list) => withRefused(list, id, says)),
    });
  }

  #note(
    sent: Sent | undefined,
    { type, says, clue }: Omit<Intent, 'data'>,
  ): Submission | undefined {
    if (sent === undefined || !sent.ok) return undefined;
    this.#tabs.sent(sent.id);
    const one = { id: sent.id, type, clue, says, atMs: Date.now(), progress: 'waiting' } as const;
    this.store.set({ submissions: withSubmission(this.store.state.submissions, one) });
    // The SDK keeps the event at once, and a phone may end the page at once.
    this.store.keepNow();
    return one;
  }

  /** What happened to an event, and why. Rejects without a signal. */
  receipt(one: Submission): Promise<Receipt> {
    if (this.#player === undefined) return Promise.reject(new Error('not connected'));
    const { position } = one.result ?? {};
    return this.#player.receipt(one.id, position === undefined ? {} : { position });
  }

  /** The hunt may look otherwise by now: its time has come, or gone. */
  refresh(): void {
    this.#reader.ask();
  }

  markRead(): void {
    const newest = this.store.state.messages[0]?.position ?? -1;
    if (newest > this.store.state.readUpTo) this.store.set({ readUpTo: newest });
  }

  close(): void {
    this.#isClosed = true;
    this.#reader.close();
    this.#tabs.close();
    this.#endSession();
    this.store.close();
  }

  #endSession(): void {
    this.#detach?.();
    this.#player?.close();
    this.#player = undefined;
  }

  async #play(session: Session, from: typeof OPENING): Promise<void> {
    const { door } = this.#options;
    this.store.put({
      ...from,
      stage: 'playing',
      signal: 'connecting',
      isPassOver: false,
      you: session.member,
    });
    this.store.setSession(session);
    this.#tabs.ask();
    this.#endSession();
    const player = await createPlayer({ url: door, session, store: deviceStore() });
    if (this.#isClosed) return player.close();
    this.#player = player;
    this.#detach = attachToPage(player);
    listenTo(player, this.store, {
      ask: () => this.#reader.ask(),
      forget: () => this.forget(),
    });
    // A device that keeps nothing has left nothing.
    await this.#pictures.restore().catch(() => undefined);
    this.#reader.ask(0);
  }

  /** False where the door could not answer all of it just now. */
  async #readView(): Promise<boolean> {
    const player = this.#player;
    if (player === undefined) return true;
    return await readView(player, this.store, {
      isOver: () => player !== this.#player || player.connection !== 'live',
      onSnapshot: () => void this.#pictures.sendWaiting(),
      elsewhere: () => this.#tabs.mayHave(),
    });
  }
}
