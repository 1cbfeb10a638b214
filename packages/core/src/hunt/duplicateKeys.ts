/** Finds keys that stand twice in one YAML map: one would silently win over the other. */
import { type Document, isScalar, type Scalar, visit } from 'yaml';

/** The second and later occurrences of each key. */
export function duplicateKeys(document: Document): readonly Scalar[] {
  const duplicates: Scalar[] = [];
  visit(document, {
    Map: (_key, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(String(key.value))) duplicates.push(key);
        seen.add(String(key.value));
      }
    },
  });
  return duplicates;
}
