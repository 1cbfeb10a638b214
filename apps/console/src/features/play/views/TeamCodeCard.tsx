'use client';
/** What lets others into the team: its code to be read out, and a QR code and a link with it. */
import { lazy, Suspense, useState } from 'react';
import { usePlay } from '../client/usePlay';
import { BigButton } from '../frame/BigButton';
import { invitationLink } from '../join/invitation';

/** Encoding is fetched when somebody wants to see the code. */
const QrCode = lazy(async () => ({ default: (await import('../../../ui/QrCode')).QrCode }));

export function TeamCodeCard({ code }: { readonly code: string }) {
  const { hunt } = usePlay();
  const [isShown, setShown] = useState(false);
  const [isShared, setShared] = useState(false);
  const { origin } = window.location;
  const link = invitationLink({ origin, slug: hunt.slug, teamCode: code });
  const share = async () => {
    // Neither is promised: who closes the sheet, or may not copy, has the code on the screen.
    if (navigator.share !== undefined) {
      await navigator.share({ title: hunt.title, url: link }).catch(() => undefined);
      return;
    }
    await navigator.clipboard?.writeText(link).then(
      () => setShared(true),
      () => undefined,
    );
  };
  return (
    <section
      aria-label="Let others in"
      className="flex flex-col gap-3 rounded-xl border-2 border-line bg-panel p-4"
    >
      <p className="m-0">
        Others join with the code{' '}
        <strong className="figures text-xl tracking-widest whitespace-nowrap">{code}</strong>
      </p>
      {isShown && (
        <Suspense fallback={<p className="m-0 text-muted">Drawing it …</p>}>
          <QrCode className="w-56 self-center" label="QR code that joins your team" text={link} />
        </Suspense>
      )}
      <div className="flex gap-2 *:flex-1">
        <BigButton onClick={() => setShown(!isShown)}>{isShown ? 'Hide it' : 'QR code'}</BigButton>
        <BigButton onClick={() => void share()}>
          {isShared ? 'Link copied' : 'Share link'}
        </BigButton>
      </div>
    </section>
  );
}
