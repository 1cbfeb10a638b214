/** JSON text of a good value in which one part is not as it should be. */
import fc from 'fast-check';
import { anyValueText } from './anyValueText.js';

type Path = readonly string[];

/** What is done to a part: another text in its place, nothing, or a field that nobody knows. */
interface Break {
  readonly part: number;
  readonly text: string | undefined;
  readonly stranger: string | undefined;
}

/** As it is as often as not; else broken in one part, or another text altogether. */
export function anyTextLike(good: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const sound = good.map((value) => JSON.stringify(value));
  return fc.oneof(
    { weight: 4, arbitrary: sound },
    { weight: 4, arbitrary: anyBrokenText(good) },
    anyValueText(),
  );
}

export function anyBrokenText(good: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const text = anyValueText();
  const part = fc.nat();
  const none = fc.constant(undefined);
  const stranger = fc.constantFrom('__proto__', 'constructor', 'extra');
  const breaks = fc.oneof(
    { weight: 4, arbitrary: fc.record({ part, text, stranger: none }) },
    fc.record({ part, text: none, stranger: none }),
    fc.record({ part, text, stranger }),
  );
  return fc.tuple(good, breaks).map(([value, broken]) => breakAt(value, broken));
}

function breakAt(value: unknown, { part, text, stranger }: Break): string {
  const paths = pathsIn(value);
  const path = paths[part % paths.length] ?? [];
  return written(value, stranger === undefined ? path : [...path.slice(0, -1), stranger], text);
}

/** To every part of a value; to the value itself when it has none. */
function pathsIn(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const below = Object.entries(value).flatMap(([name, part]) => {
    const inside = typeof part === 'object' && part !== null ? pathsIn(part) : [];
    return [[name], ...inside.filter(({ length }) => length > 0).map((path) => [name, ...path])];
  });
  return below.length === 0 ? [[]] : below;
}

/** The value as JSON with this text at the path; undefined leaves the part out. */
function written(value: unknown, [name, ...rest]: Path, text: string | undefined): string {
  if (name === undefined || typeof value !== 'object' || value === null) return text ?? '';
  const parts = Object.entries(value).map(([key, part]): [string, string | undefined] => {
    if (key !== name) return [key, JSON.stringify(part)];
    return [key, rest.length === 0 ? text : written(part, rest, text)];
  });
  if (!Object.hasOwn(value, name)) parts.push([name, text]);
  const kept = parts.filter(([, part]) => part !== undefined);
  if (Array.isArray(value)) return `[${kept.map(([, part]) => part).join(',')}]`;
  return `{${kept.map(([key, part]) => `${JSON.stringify(key)}:${part}`).join(',')}}`;
}
