/** Reads of the console's own routes. A refusal becomes an error in the server's own words. */
export class FetchError extends Error {
  readonly status: number;

  constructor(status: number, says: string) {
    super(says);
    this.status = status;
  }
}

type Query = Readonly<Record<string, string | number | null | undefined>>;

/** The JSON of `path`; parameters that are null or undefined are left out. */
export async function fetchJson<T>(path: string, query: Query = {}): Promise<T> {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const answer = await fetch(`${path}?${parameters}`, { cache: 'no-store' });
  if (answer.status === 401) window.location.assign('/sign-in');
  const body: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok) throw new FetchError(answer.status, detailOf(body));
  return body as T;
}

function detailOf(body: unknown): string {
  const hasDetail = typeof body === 'object' && body !== null && 'detail' in body;
  return hasDetail ? String(body.detail) : 'The console does not answer.';
}
