/** How long the same question takes of the live state and of the files, a bar each. */
import type { TwinQuestion } from '@trove/contracts';
import { formatMillis } from '../../format/numbers';

const WORDS = {
  board: 'the board',
  points: 'points by clue',
  outcomes: 'events by outcome',
} as const;

export function QuestionTable({ questions }: { readonly questions: readonly TwinQuestion[] }) {
  const longest = Math.max(1, ...questions.flatMap(({ liveMs, batchMs = 0 }) => [liveMs, batchMs]));
  if (questions.length === 0) return <p className="text-muted">Not asked yet.</p>;
  return (
    <table className="w-full text-[13px]">
      <caption className="sr-only">Time of a question, live and batch</caption>
      <thead className="text-muted">
        <tr>
          <th className="py-1 text-left font-normal" scope="col">
            question
          </th>
          <th className="px-2 py-1 text-right font-normal" scope="col">
            live
          </th>
          <th className="px-2 py-1 text-right font-normal" scope="col">
            batch
          </th>
          <th className="hidden w-1/3 sm:table-cell" scope="col">
            <span className="sr-only">compared</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {questions.map(({ question, liveMs, batchMs }) => (
          <tr className="border-t border-line" key={question}>
            <th className="py-1.5 text-left font-normal" scope="row">
              {WORDS[question]}
            </th>
            <td className="figures px-2 text-right">{formatMillis(liveMs)}</td>
            <td className="figures px-2 text-right">
              {batchMs === undefined ? 'no file yet' : formatMillis(batchMs)}
            </td>
            <td aria-hidden="true" className="hidden px-2 sm:table-cell">
              <Bar colour="bg-accent" share={liveMs / longest} />
              <Bar colour="bg-repeat" share={(batchMs ?? 0) / longest} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bar({ colour, share }: { readonly colour: string; readonly share: number }) {
  const width = `${Math.max(0.5, share * 100)}%`;
  return (
    <span className={`my-0.5 block h-1.5 rounded-sm opacity-70 ${colour}`} style={{ width }} />
  );
}
