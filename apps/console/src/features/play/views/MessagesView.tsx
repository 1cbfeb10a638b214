'use client';
/** What the organisers have said, the newest first. Opening the list is reading it. */
import { useEffect } from 'react';
import { usePlay } from '../client/usePlay';
import { Heading } from '../frame/Heading';
import { clockText } from '../words/clockText';

export function MessagesView() {
  const { client, state } = usePlay();
  const { messages } = state;
  const newest = messages[0]?.position;
  useEffect(() => {
    if (newest !== undefined) client.markRead();
  }, [client, newest]);
  return (
    <>
      <Heading>Messages</Heading>
      {messages.length === 0 && (
        <p className="m-0 text-muted">
          The organisers have said nothing yet. What they say is shown on every screen, and stays
          here.
        </p>
      )}
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {messages.map(({ position, text, at, to }) => (
          <li className="rounded-xl border-2 border-line bg-panel px-4 py-3" key={position}>
            <p className="m-0 text-sm text-muted">
              {clockText(Date.parse(at))}
              {to !== undefined && ' · to your team'}
            </p>
            <p className="m-0 break-words" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
