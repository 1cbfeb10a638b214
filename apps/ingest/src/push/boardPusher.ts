/** Pushes a hunt's board to those who watch it, at most twice a second and only when it moved. */
import type { LiveHunt } from '@trove/contracts';
import { type OutEntry, readBoard, type TroveRedis } from '@trove/streams';
import { DOOR_LIMITS } from '../limits.js';
import type { Rooms } from './pusher.js';
import { huntRoom } from './roomsOfCommit.js';

export interface BoardPusherDeps {
  readonly redis: TroveRedis;
  readonly rooms: Rooms;
  readonly hunt: (slug: string) => LiveHunt | undefined;
  onError(error: unknown): void;
}

const ROWS = 20;
/** How what changes boards beside points begins: freezing, who is on them, other rules for all. */
const SHOWS = /^\{"(?:board|teamStatus|recomputed)":/;

export class BoardPusher {
  private readonly moved = new Set<string>();
  /** What was last pushed of each hunt: a frozen board is not pushed again while others score. */
  private readonly pushed = new Map<string, string>();
  private readonly timer: NodeJS.Timeout;
  private isPushing = false;

  constructor(private readonly deps: BoardPusherDeps) {
    this.timer = setInterval(() => this.push(), DOOR_LIMITS.boardPushMs);
  }

  onCommit({ blob }: OutEntry): void {
    for (let i = 0; i < blob.count; i += 1) {
      if (blob.pointsOf(i) !== 0) this.moved.add(blob.names.at(blob.huntOf(i)));
    }
    for (const [row, text] of blob.rowsWithExtras) {
      if (SHOWS.test(text)) this.moved.add(blob.names.at(blob.huntOf(row)));
    }
  }

  close(): void {
    clearInterval(this.timer);
  }

  private push(): void {
    if (this.isPushing) return;
    this.isPushing = true;
    this.pushMoved()
      .catch((error: unknown) => this.deps.onError(error))
      .finally(() => {
        this.isPushing = false;
      });
  }

  private async pushMoved(): Promise<void> {
    for (const slug of [...this.moved]) {
      // Before it is read: what moves it meanwhile moves it once more.
      this.moved.delete(slug);
      try {
        await this.pushBoard(slug);
      } catch (error) {
        this.moved.add(slug);
        throw error;
      }
    }
  }

  private async pushBoard(slug: string): Promise<void> {
    const live = this.deps.hunt(slug);
    if (live === undefined || !this.deps.rooms.has(huntRoom(slug))) return;
    const board = await readBoard(this.deps.redis, live, { limit: ROWS, audience: 'players' });
    const shown = JSON.stringify([board.epoch, board.frozenAt, board.rows]);
    if (this.pushed.get(slug) === shown) return;
    this.pushed.set(slug, shown);
    this.deps.rooms.emitLatest(huntRoom(slug), 'board', board);
  }
}
