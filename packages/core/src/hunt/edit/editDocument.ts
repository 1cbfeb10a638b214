/**
 * Applies the operations of a JSON Patch (RFC 6902) to a YAML document in place. Nodes that no
 * operation names keep their comments, anchors and style.
 */
import type { DraftPatch } from '@trove/contracts';
import type { Node, YAMLMap, YAMLSeq } from 'yaml';
import { type Document, isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';

type Operation = DraftPatch[number];
type Parent = YAMLMap | YAMLSeq;

/** Why the operation can't be applied; nothing when it was. */
export function editDocument(document: Document, operation: Operation): string | undefined {
  const { op, path } = operation;
  const place = placeOf(document, path);
  if (typeof place === 'string') return place;
  switch (op) {
    case 'add':
      return insert(place, document.createNode(operation.value));
    case 'replace':
      return replace(document, place, operation.value);
    case 'remove':
      return take(place) === undefined ? missing(path) : undefined;
    case 'move':
      return move(document, operation.from, path);
  }
}

interface Place {
  readonly parent: Parent;
  readonly key: string;
  readonly path: string;
}

function placeOf(document: Document, path: string): Place | string {
  const tokens = path.slice(1).split('/').map(unescapeToken);
  const key = tokens.pop() ?? '';
  let node: unknown = document.contents;
  for (const token of tokens) {
    const next = childOf(document, node, token);
    if (next === undefined) return missing(path);
    node = next;
  }
  return isMap(node) || isSeq(node) ? { parent: node, key, path } : missing(path);
}

/** An alias on the way becomes a copy, so that what it stands for elsewhere is left alone. */
function childOf(document: Document, parent: unknown, token: string): Node | undefined {
  if (!isMap(parent) && !isSeq(parent)) return undefined;
  const key = isSeq(parent) ? indexOf(token, parent.items.length - 1) : token;
  if (key === undefined) return undefined;
  const child = parent.get(key, true);
  if (!isAlias(child)) return isNode(child) ? child : undefined;
  const copy = document.createNode(child.toJS(document));
  parent.set(key, copy);
  return copy;
}

function insert({ parent, key, path }: Place, node: Node): string | undefined {
  if (isMap(parent)) {
    parent.set(key, node);
    return undefined;
  }
  const index = key === '-' ? parent.items.length : indexOf(key, parent.items.length);
  if (index === undefined) return missing(path);
  parent.items.splice(index, 0, node);
  parent.flow = parent.flow === true && parent.items.length > 1;
  return undefined;
}

/** A scalar in the place of a scalar keeps the comment beside it. */
function replace(document: Document, place: Place, value: unknown): string | undefined {
  const { parent, key, path } = place;
  const before = childOf(document, parent, key);
  if (before === undefined) return missing(path);
  if (isScalar(before) && (value === null || typeof value !== 'object')) {
    before.value = value;
    delete before.source;
    delete before.format;
    delete before.minFractionDigits;
    return undefined;
  }
  const node = document.createNode(value);
  if (before.commentBefore !== undefined) node.commentBefore = before.commentBefore;
  parent.set(isSeq(parent) ? Number(key) : key, node);
  return undefined;
}

function take({ parent, key }: Place): Node | undefined {
  const at = isSeq(parent) ? indexOf(key, parent.items.length - 1) : key;
  if (at === undefined) return undefined;
  const node = parent.get(at, true);
  return parent.delete(at) && isNode(node) ? node : undefined;
}

function move(document: Document, from: string, path: string): string | undefined {
  if (path.startsWith(`${from}/`)) return `${from} can not be moved into itself`;
  const source = placeOf(document, from);
  if (typeof source === 'string') return source;
  const node = take(source);
  if (node === undefined) return missing(from);
  const target = placeOf(document, path);
  if (typeof target !== 'string') return insert(target, node);
  insert(source, node);
  return target;
}

function indexOf(token: string, last: number): number | undefined {
  if (!/^(?:0|[1-9]\d{0,6})$/.test(token)) return undefined;
  return Number(token) <= last ? Number(token) : undefined;
}

function unescapeToken(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}

function missing(path: string): string {
  return `there is no ${path}`;
}
