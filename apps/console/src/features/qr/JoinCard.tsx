'use client';
/** The first card of the sheet: it leads players into the hunt, for a poster or a ticket. */
import { QrCode } from '../../ui/QrCode';
import { usePlayersLink } from '../play/join/usePlayersLink';

interface JoinCardProps {
  readonly slug: string;
  readonly title: string;
  readonly code: string;
}

export function JoinCard({ slug, title, code }: JoinCardProps) {
  const link = usePlayersLink(slug, code);
  return (
    <li
      className={
        'flex break-inside-avoid flex-col items-center gap-2 rounded-md border-2 border-line ' +
        'bg-white p-3 text-black'
      }
    >
      <span className="text-center text-[13px] font-medium" dir="auto">
        {title}
      </span>
      <QrCode className="w-full max-w-44" label="QR code that joins the hunt" text={link} />
      <span className="figures text-[12px] break-all">{code}</span>
      <span className="text-center text-[12px]">Join the hunt</span>
    </li>
  );
}
