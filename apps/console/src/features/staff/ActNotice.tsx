/** What came of an act on the staff, with the secret it may have made, which is shown once. */
import { AnswerNotice } from '../../ui/AnswerNotice';
import { CopyId } from '../../ui/CopyId';
import type { ActAnswer } from './useAct';

export function ActNotice({ answer }: { readonly answer: ActAnswer | undefined }) {
  if (answer === undefined) return null;
  const secret = answer.link ?? answer.key;
  return (
    <div className="flex basis-full flex-col gap-2">
      <AnswerNotice answer={answer} />
      {secret !== undefined && (
        <p className="rounded-md border border-line p-2">
          <CopyId id={secret} />
        </p>
      )}
    </div>
  );
}
