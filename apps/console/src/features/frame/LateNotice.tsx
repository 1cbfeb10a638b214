/**
 * Said of a screen that can't answer presses after seconds: as its scripts have not come, style
 * sheets alone show it.
 */
export function LateNotice() {
  return (
    <p
      className="late-notice fixed inset-x-3 bottom-20 z-50 mx-auto max-w-md rounded-md border
        border-doubt bg-panel px-3 py-2"
      role="status"
    >
      This screen can’t answer yet: a part of it is still on its way, or was lost. If it stays so,
      reload the page.
    </p>
  );
}
