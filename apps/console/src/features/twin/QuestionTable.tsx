/** How long the same question takes of the live state and of the files, a bar each. */
import type { TwinQuestion } from '@trove/contracts';
import { formatMillis } from '../../format/numbers';
import { Bar, BarCell, type Column, FigureCell, NameCell, Table } from '../../ui/Table';

const WORDS = {
  board: 'the board',
  points: 'points by clue',
  outcomes: 'events by outcome',
} as const;
const COLUMNS: readonly Column[] = [
  ['question', 'name'],
  ['live', 'figure'],
  ['batch', 'figure'],
  ['compared', 'bar'],
];
/** What is there is seen, be it ever so short. */
const LEAST_SHARE = 0.005;

export function QuestionTable({ questions }: { readonly questions: readonly TwinQuestion[] }) {
  const longest = Math.max(1, ...questions.flatMap(({ liveMs, batchMs = 0 }) => [liveMs, batchMs]));
  const shareOf = (ms: number) => Math.max(LEAST_SHARE, ms / longest);
  if (questions.length === 0) return <p className="text-muted">Not asked yet.</p>;
  return (
    <Table caption="Time of a question, live and batch" columns={COLUMNS}>
      {questions.map(({ question, liveMs, batchMs }) => (
        <tr key={question}>
          <NameCell>{WORDS[question]}</NameCell>
          <FigureCell>{formatMillis(liveMs)}</FigureCell>
          <FigureCell>{batchMs === undefined ? 'no file yet' : formatMillis(batchMs)}</FigureCell>
          <BarCell>
            <Bar share={shareOf(liveMs)} />
            <Bar colour="bg-repeat" share={shareOf(batchMs ?? 0)} />
          </BarCell>
        </tr>
      ))}
    </Table>
  );
}
