/** Downloads what the filter holds, as lines of JSON. */
import type { FilterParameters } from './useQuarantineFilter';

export function ExportLink({ filter }: { readonly filter: FilterParameters }) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  return (
    <a
      className={
        'inline-flex h-8 w-fit items-center rounded-md border border-line bg-panel px-2.5 ' +
        'text-[13px] hover:bg-raised'
      }
      download=""
      href={`/api/quarantine/export?${parameters}`}
    >
      Export as JSONL
    </a>
  );
}
