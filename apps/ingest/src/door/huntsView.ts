/** The published hunts as this door knows them: asked for once a second, and at an unknown name. */
import type { LiveHunt } from '@trove/contracts';
import { type HuntDirectory, isWithin } from '@trove/streams';

const REFRESH_MS = 1_000;
/** A name that was looked up and not found is not looked up again for this long. */
const UNKNOWN_MS = 1_000;
const MAX_UNKNOWN = 10_000;

/** An event type of a hunt's own. */
export interface HuntType {
  readonly hunt: string;
  readonly type: string;
}

interface Lookup {
  readonly nowMs: number;
  /** What it is asked for by. */
  readonly name: string;
  readonly isThere: () => boolean;
}

export class HuntsView {
  private hunts = new Map<string, LiveHunt>();
  /** When what was asked for by name was not there, ms. */
  private readonly unknown = new Map<string, number>();
  /** Look-ups under way, which all who ask for the same wait for. */
  private readonly asking = new Map<string, Promise<void>>();
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
      await this.ask(slug, { nowMs, name: slug, isThere: () => this.hunts.has(slug) });
    }
  }

  /**
   * Looks a hunt up again, once a second at most, of which one of these types is not known: a
   * version that was published since the last refresh may have it.
   */
  async ensureTypes(types: readonly HuntType[], nowMs: number): Promise<void> {
    for (const { hunt, type } of types) {
      if (!this.hunts.has(hunt) || this.hasType(hunt, type)) continue;
      const isThere = () => this.hasType(hunt, type);
      await this.ask(hunt, { nowMs, name: `types of ${hunt}`, isThere });
    }
  }

  put(live: LiveHunt): void {
    const known = this.hunts.get(live.slug);
    if (known === undefined || known.version <= live.version) this.hunts.set(live.slug, live);
  }

  private hasType(hunt: string, type: string): boolean {
    return this.hunts.get(hunt)?.eventTypes?.some((one) => one.type === type) === true;
  }

  /** Looks a hunt up, unless what is asked for was not there a moment ago. */
  private async ask(slug: string, { nowMs, name, isThere }: Lookup): Promise<void> {
    const missedMs = this.unknown.get(name);
    if (missedMs !== undefined && isWithin(missedMs, nowMs, UNKNOWN_MS)) return;
    const asking = this.asking.get(name) ?? this.look(slug, name);
    await asking;
    if (isThere()) return;
    if (this.unknown.size >= MAX_UNKNOWN) this.unknown.clear();
    this.unknown.set(name, nowMs);
  }

  private look(slug: string, name: string): Promise<void> {
    const looking = this.directory.get(slug).then((live) => {
      if (live !== undefined) this.put(live);
    });
    const asking = looking.finally(() => this.asking.delete(name));
    this.asking.set(name, asking);
    return asking;
  }

  /** What was published while the list was on its way is newer than the list. */
  private async refresh(): Promise<void> {
    const before = new Map(this.hunts);
    const list = await this.directory.list();
    const put = [...this.hunts.values()].filter((live) => before.get(live.slug) !== live);
    this.hunts = new Map(list.map((live) => [live.slug, live]));
    for (const live of put) this.put(live);
  }
}
