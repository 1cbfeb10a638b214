/** What happens next: a heap by time; at one time, what was put in first comes first. */

interface Item<T> {
  readonly atMs: number;
  readonly order: number;
  readonly value: T;
}

export class TimeQueue<T> {
  private readonly heap: Item<T>[] = [];
  private order = 0;

  get nextMs(): number | undefined {
    return this.heap[0]?.atMs;
  }

  put(atMs: number, value: T): void {
    const { heap } = this;
    heap.push({ atMs, order: this.order, value });
    this.order += 1;
    let at = heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isBefore(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  take(): { readonly atMs: number; readonly value: T } | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    heap[0] = last;
    for (let at = 0; ; ) {
      const [left, right] = [at * 2 + 1, at * 2 + 2];
      let least = at;
      if (left < heap.length && this.isBefore(left, least)) least = left;
      if (right < heap.length && this.isBefore(right, least)) least = right;
      if (least === at) return first;
      this.swap(at, least);
      at = least;
    }
  }

  private isBefore(one: number, other: number): boolean {
    const [a, b] = [this.heap[one] as Item<T>, this.heap[other] as Item<T>];
    return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
  }

  private swap(one: number, other: number): void {
    const { heap } = this;
    [heap[one], heap[other]] = [heap[other] as Item<T>, heap[one] as Item<T>];
  }
}
