/**
 * What a name or an expression of a condition can be, over all events: never less than it can
 * be, often more. So what is found impossible here is impossible. (Abstract interpretation over
 * intervals and finite sets; P. Cousot, R. Cousot, POPL 1977.)
 */

export type Possible =
  | {
      readonly kind: 'number';
      readonly low: number;
      readonly high: number;
      readonly whole: boolean;
    }
  /** One of these texts. */
  | { readonly kind: 'texts'; readonly texts: ReadonlySet<string> }
  /** Anything; nothing is known. */
  | { readonly kind: 'any' };

export type Span = Extract<Possible, { kind: 'number' }>;

export const ANYTHING: Possible = { kind: 'any' };

export function span(low: number, high: number, whole = false): Span {
  return { kind: 'number', low, high, whole };
}

export function oneOf(texts: Iterable<string>): Possible {
  return { kind: 'texts', texts: new Set(texts) };
}

/** What is in both; undefined when nothing is. */
export function both(one: Possible, other: Possible): Possible | undefined {
  if (one.kind === 'any') return other;
  if (other.kind === 'any') return one;
  if (one.kind === 'texts') {
    if (other.kind !== 'texts') return undefined;
    const texts = [...one.texts].filter((text) => other.texts.has(text));
    return texts.length === 0 ? undefined : oneOf(texts);
  }
  if (other.kind !== 'number') return undefined;
  const low = Math.max(one.low, other.low);
  const high = Math.min(one.high, other.high);
  return fitted(span(low, high, one.whole || other.whole));
}

/** What is in either. */
export function either(one: Possible, other: Possible): Possible {
  if (one.kind === 'texts' && other.kind === 'texts') return oneOf([...one.texts, ...other.texts]);
  if (one.kind !== 'number' || other.kind !== 'number') return ANYTHING;
  const { min, max } = Math;
  return span(min(one.low, other.low), max(one.high, other.high), one.whole && other.whole);
}

/** The span with ends it can reach; undefined when it holds nothing. */
export function fitted({ low, high, whole }: Span): Span | undefined {
  const fitting = whole ? span(Math.ceil(low), Math.floor(high), true) : span(low, high);
  return fitting.low > fitting.high ? undefined : fitting;
}

/** Everything but this value, as far as that can be said. */
export function without(value: Possible, excluded: Possible): Possible | undefined {
  if (value.kind === 'texts' && excluded.kind === 'texts' && excluded.texts.size === 1) {
    const texts = [...value.texts].filter((text) => !excluded.texts.has(text));
    return texts.length === 0 ? undefined : oneOf(texts);
  }
  if (value.kind !== 'number' || excluded.kind !== 'number') return value;
  if (excluded.low !== excluded.high) return value;
  if (value.low === value.high) return value.low === excluded.low ? undefined : value;
  if (!value.whole) return value;
  const low = value.low === excluded.low ? value.low + 1 : value.low;
  const high = value.high === excluded.low ? value.high - 1 : value.high;
  return fitted(span(low, high, true));
}

const LISTED = 8;

/** In words, for a message. */
export function described(value: Possible): string {
  if (value.kind === 'any') return 'anything';
  if (value.kind === 'texts') {
    const texts = [...value.texts].map((text) => (text === '' ? 'empty' : text));
    const rest = texts.length > LISTED ? ', …' : '';
    return texts.slice(0, LISTED).join(', ') + rest;
  }
  const { low, high } = value;
  if (low === high) return String(low);
  if (high === Number.POSITIVE_INFINITY) {
    return low === Number.NEGATIVE_INFINITY ? 'any number' : `${low} or more`;
  }
  return low === Number.NEGATIVE_INFINITY ? `${high} or less` : `${low} to ${high}`;
}
