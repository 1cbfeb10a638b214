/**
 * The other tabs on this device that play the same hunt: each tells the others what it has sent
 * and how far that has come, so that all of them show and keep one list. Pictures are not told:
 * they lie on a shelf that every tab looks at.
 */
import type { PlayState } from './playState';
import type { PlayStore } from './playStore';
import { mergeSubmissions, type Submission } from './submission';

interface Told {
  /** Who plays in the tab that tells, and in which team: whoever comes to another begins anew. */
  readonly who: string;
  readonly submissions: readonly Submission[];
  /** It has just been opened, and wants to be told all. */
  readonly asks?: true;
}

interface TabsParts {
  readonly slug: string;
  readonly store: Pick<PlayStore, 'session' | 'set' | 'state' | 'subscribe'>;
  /** Absent where the browser has none: then what others have told of may be theirs. */
  readonly locks: LockManager | undefined;
}

export class Tabs {
  readonly #store: TabsParts['store'];
  readonly #locks: LockManager | undefined;
  readonly #name: string;
  readonly #line: BroadcastChannel;
  readonly #stop: () => void;
  /** What was sent from here: no other tab has it in its queue. */
  readonly #own = new Set<string>();
  /** What others have told of. */
  readonly #heard = new Set<string>();
  #known: PlayState['submissions'] = [];
  #leave: () => void = () => undefined;

  constructor({ slug, store, locks }: TabsParts) {
    this.#store = store;
    this.#locks = locks;
    this.#name = `trove-play:${slug}`;
    this.#line = new BroadcastChannel(this.#name);
    this.#line.onmessage = ({ data }) => this.#hear(data as Told);
    this.#stop = store.subscribe(() => this.#tellChanges());
    // Ends with the tab, however it ends.
    const isOpen = new Promise<void>((leave) => {
      this.#leave = leave;
    });
    void locks?.request(this.#name, { mode: 'shared' }, () => isOpen);
  }

  /** A session has begun: what others have sent is shown here too. */
  ask(): void {
    this.#tell({ submissions: [], asks: true });
  }

  /** This tab has sent one. */
  sent(id: string): void {
    this.#own.add(id);
  }

  /** Tells of which events another tab may still have one in its queue. */
  async mayHave(): Promise<(id: string) => boolean> {
    if (this.#locks === undefined) return (id) => this.#heard.has(id);
    const { held = [] } = await this.#locks.query();
    const isAlone = held.filter(({ name }) => name === this.#name).length < 2;
    return (id) => !isAlone && !this.#own.has(id);
  }

  close(): void {
    this.#stop();
    this.#line.close();
    this.#leave();
  }

  #tellChanges(): void {
    const { submissions } = this.#store.state;
    if (submissions === this.#known) return;
    const known = new Set(this.#known);
    this.#known = submissions;
    const changed = submissions.filter((one) => !known.has(one) && !one.isPicture);
    if (changed.length > 0) this.#tell({ submissions: changed });
  }

  #tell(told: Omit<Told, 'who'>): void {
    const who = this.#who();
    if (who !== undefined) this.#line.postMessage({ ...told, who } satisfies Told);
  }

  #who(): string | undefined {
    const { session } = this.#store;
    return session && `${session.player} ${session.team} ${session.member}`;
  }

  #hear({ who, submissions, asks }: Told): void {
    if (who !== this.#who()) return;
    for (const { id } of submissions) if (!this.#own.has(id)) this.#heard.add(id);
    const own = this.#store.state.submissions;
    const merged = mergeSubmissions(own, submissions);
    if (merged !== own) {
      this.#known = merged;
      this.#store.set({ submissions: merged });
    }
    if (asks) this.#tell({ submissions: own.filter((one) => !one.isPicture) });
  }
}
