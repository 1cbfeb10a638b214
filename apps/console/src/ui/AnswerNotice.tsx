/** What an action has answered, once there is an answer: done, or why not. */
import { Notice } from './Notice';

interface AnswerNoticeProps {
  readonly answer: { readonly isDone: boolean; readonly says: string } | undefined;
}

export function AnswerNotice({ answer }: AnswerNoticeProps) {
  if (!answer) return null;
  return <Notice tone={answer.isDone ? 'good' : 'bad'}>{answer.says}</Notice>;
}
