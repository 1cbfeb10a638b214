/** What stands where there is no page. */
import Link from 'next/link';

export function NothingHere() {
  return (
    <main className="flex min-h-[60vh] flex-col items-start justify-center gap-3 p-6">
      <h1 className="text-xl font-medium">There is nothing here</h1>
      <p className="text-muted">The page or the hunt does not exist, or not under this name.</p>
      <Link className="text-accent underline" href="/">
        To the overview
      </Link>
    </main>
  );
}
