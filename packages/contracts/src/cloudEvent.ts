/** The CloudEvents form of an event, as HTTP carries it, and the event inside. */

/** CloudEvents attributes that are the packet's, or that say nothing the contract does not. */
const OUTER = new Set([
  'specversion',
  'source',
  'sentat',
  'subject',
  'datacontenttype',
  'dataschema',
]);

/** The event as a packet would carry it; whatever is no object stays as it is. */
export function withoutEnvelope(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  // Object.fromEntries defines `__proto__` as a plain key, which the strict contract refuses.
  return Object.fromEntries(Object.entries(raw).filter(([key]) => !OUTER.has(key)));
}
