/**
 * What a link or QR code to a hunt carries: its join code, and a team's. They stand behind `#`,
 * which no server is sent; `?code=` is understood too, because people write such links by hand.
 */
export interface Invitation {
  readonly code?: string | undefined;
  readonly teamCode?: string | undefined;
}

/** @param address of the page, as the browser has it */
export function readInvitation(address: string): Invitation {
  const { hash, searchParams } = new URL(address);
  const fragment = new URLSearchParams(hash.replace(/^#\/?/, ''));
  const find = (name: string) => fragment.get(name) ?? searchParams.get(name) ?? undefined;
  return { code: find('code'), teamCode: find('team') };
}

/** The same address without them: it may be seen, shared and kept by the browser. */
export function withoutInvitation(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('code');
  url.searchParams.delete('team');
  if (/^#\/?(code|team)=/.test(url.hash)) url.hash = '';
  return url.pathname + url.search + url.hash;
}

interface Invite extends Invitation {
  readonly origin: string;
  readonly slug: string;
}

/** The link that lets others in. */
export function invitationLink({ origin, slug, code, teamCode }: Invite): string {
  const words = new URLSearchParams();
  if (code !== undefined) words.set('code', code);
  if (teamCode !== undefined) words.set('team', teamCode);
  const fragment = words.size === 0 ? '' : `#${words}`;
  return `${origin}/play/${encodeURIComponent(slug)}${fragment}`;
}

/** The hunt and codes of a scanned link; undefined when it is none to a hunt. */
export function readLink(text: string): (Invitation & { readonly slug: string }) | undefined {
  if (!URL.canParse(text)) return undefined;
  const [, slug] = /^\/play\/([a-z0-9-]{1,48})$/.exec(new URL(text).pathname) ?? [];
  return slug === undefined ? undefined : { slug, ...readInvitation(text) };
}
