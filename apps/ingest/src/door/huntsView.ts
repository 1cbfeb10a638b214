/** The published hunts as this door knows them: asked for once a second, and at an unknown name. */
import type { LiveHunt } from '@trove/contracts';
import type { HuntDirectory } from '@trove/streams';

const REFRESH_MS = 1_000;
/** A name that was looked up and not found is not looked up again for this long. */
const UNKNOWN_MS = 1_000;
const MAX_UNKNOWN = 10_000;

/** An event type of a hunt's own. */
export interface HuntType {
  readonly hunt: string;
  readonly type: string;
}

export class HuntsView {
  private hunts = new Map<string, LiveHunt>();
  private readonly unknown = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly directory: HuntDirectory,
    private readonly onError: (error: unknown) => void,
  ) {}

  async start(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => {
      this.refresh().catch((error: unknown) => this.onError(error));
    }, REFRESH_MS);
  }

  close(): void {
    clearInterval(this.timer);
  }

  get(slug: string): LiveHunt | undefined {
    return this.hunts.get(slug);
  }

  list(): LiveHunt[] {
    return [...this.hunts.values()];
  }

  /** Looks names up that were published since the last refresh. */
  async ensure(slugs: Iterable<string>, nowMs: number): Promise<void> {
    for (const slug of slugs) {
      if (this.hunts.has(slug)) continue;
      if (!this.mayAsk(slug, nowMs)) continue;
      const live = await this.directory.get(slug);
      if (live !== undefined) this.hunts.set(slug, live);
    }
  }

  /**
   * Looks a hunt up again, once a second at most, of which one of these types is not known: a
   * version that was published since the last refresh may have it.
   */
  async ensureTypes(types: readonly HuntType[], nowMs: number): Promise<void> {
    for (const { hunt, type } of types) {
      const live = this.hunts.get(hunt);
      if (live === undefined || live.eventTypes?.some((one) => one.type === type)) continue;
      if (!this.mayAsk(`types of ${hunt}`, nowMs)) continue;
      const newest = await this.directory.get(hunt);
      if (newest !== undefined) this.hunts.set(hunt, newest);
    }
  }

  put(live: LiveHunt): void {
    this.hunts.set(live.slug, live);
  }

  /** Whether a name that is not known is to be looked up, which is noted. */
  private mayAsk(name: string, nowMs: number): boolean {
    const askedMs = this.unknown.get(name);
    if (askedMs !== undefined && nowMs - askedMs < UNKNOWN_MS) return false;
    if (this.unknown.size >= MAX_UNKNOWN) this.unknown.clear();
    this.unknown.set(name, nowMs);
    return true;
  }

  private async refresh(): Promise<void> {
    const list = await this.directory.list();
    this.hunts = new Map(list.map((live) => [live.slug, live]));
  }
}
