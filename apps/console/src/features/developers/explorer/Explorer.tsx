'use client';
/**
 * Tries the socket API: joins a hunt as a playtester, who is on no board, fills a message's form,
 * sends it, and shows its acknowledgement and every push with its time.
 */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchJson } from '../../../fetching/fetchJson';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';
import { Panel, type PanelState } from '../../../ui/Panel';
import { Select } from '../../../ui/Select';
import type { HuntsAnswer } from '../../hunts/answers';
import type { ApiModel } from '../apiModel';
import { ExchangeLog } from './ExchangeLog';
import { MessageForm } from './MessageForm';
import { type Standing, type TestPlayer, useTestPlayer } from './useTestPlayer';

interface ExplorerProps {
  readonly model: ApiModel;
  readonly door: string;
  readonly mayTry: boolean;
}

export function Explorer({ model, door, mayTry }: ExplorerProps) {
  const player = useTestPlayer(door);
  const state: PanelState = mayTry
    ? { is: 'live' }
    : { is: 'empty', says: 'Whoever designs hunts may join one here as a playtester.' };
  return (
    <Panel note="as a playtester, who is on no board" state={state} title="Request explorer">
      <div className="flex flex-col gap-3">
        <Joining player={player} />
        {player.says && <Notice tone="bad">{player.says}</Notice>}
        {player.speaker && (
          <div className="grid min-w-0 gap-4 lg:grid-cols-2">
            <MessageForm
              door={door}
              isLive={player.standing === 'live'}
              // Another player is another form: it speaks for somebody else.
              key={player.speaker.player}
              model={model}
              onSend={player.send}
              speaker={player.speaker}
            />
            <ExchangeLog happened={player.happened} onClear={player.clear} />
          </div>
        )}
      </div>
    </Panel>
  );
}

const STANDINGS: Record<Standing, { readonly sign: string; readonly says: string }> = {
  none: { sign: '○', says: 'not connected' },
  joining: { sign: '◌', says: 'joining' },
  live: { sign: '●', says: 'connected' },
  away: { sign: '▲', says: 'connecting again' },
  refused: { sign: '✕', says: 'refused: connect again for a fresh token' },
};

function Joining({ player }: { readonly player: TestPlayer }) {
  const [chosen, setChosen] = useState('');
  const { data, isError, refetch } = useQuery({
    queryKey: ['hunts'],
    queryFn: () => fetchJson<HuntsAnswer>('/api/hunts'),
  });
  const hunts = data?.hunts ?? [];
  const hunt = chosen || (hunts[0]?.slug ?? '');
  const { sign, says } = STANDINGS[player.standing];
  if (isError) {
    return (
      <p className="flex items-center gap-2 text-bad" role="alert">
        The list of hunts could not be read.
        <Button onClick={() => void refetch()}>Try again</Button>
      </p>
    );
  }
  if (data && hunts.length === 0) return <p className="text-muted">No hunt is published yet.</p>;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Select label="Hunt" onChange={(event) => setChosen(event.target.value)} value={hunt}>
        {hunts.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </Select>
      <Button
        disabled={hunt === '' || player.standing === 'joining'}
        onClick={() => player.connect(hunt)}
        tone={player.speaker ? 'quiet' : 'main'}
      >
        {player.speaker ? 'Join as somebody else' : 'Join as a test player'}
      </Button>
      {player.speaker && <Button onClick={player.leave}>Leave</Button>}
      <p className="pb-1.5 text-[13px] text-muted" role="status">
        <span aria-hidden="true">{sign}</span> {says}
        {player.speaker && (
          <>
            {' '}
            as team <code className="text-ink">{player.speaker.team}</code>
          </>
        )}
      </p>
    </div>
  );
}
