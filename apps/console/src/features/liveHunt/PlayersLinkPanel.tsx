'use client';
/** Where players join and play: for a screen in the hall, or to be sent round. */
import { CopyId } from '../../ui/CopyId';
import { Panel } from '../../ui/Panel';
import { QrCode } from '../../ui/QrCode';
import { usePlayersLink } from '../play/join/usePlayersLink';

const LIVE = { is: 'live' } as const;

export function PlayersLinkPanel({ slug }: { readonly slug: string }) {
  const link = usePlayersLink(slug);
  return (
    <Panel state={LIVE} title="Players join at">
      <div className="flex flex-wrap items-start gap-4 pt-1">
        <QrCode className="w-28" label="QR code of the players’ page" text={link} />
        <div className="flex min-w-0 flex-1 flex-col gap-2">
          <CopyId id={link} />
          <p className="text-[13px] text-muted">
            They type the hunt’s join code there. A QR code that carries it stands on the sheet of
            codes, in the draft under Clues.
          </p>
        </div>
      </div>
    </Panel>
  );
}
