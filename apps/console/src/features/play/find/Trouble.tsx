/** What keeps the player from sending, in one sentence. */
export function Trouble({ says }: { readonly says: string | undefined }) {
  if (says === undefined) return null;
  return (
    <p className="m-0 rounded-lg border-2 border-bad p-3" role="alert">
      {says}
    </p>
  );
}
