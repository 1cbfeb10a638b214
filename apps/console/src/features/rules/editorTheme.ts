/** How the code editor looks, by the theme’s own properties, so that dark and light follow. */
import { EditorView } from '@codemirror/view';

const PANEL = {
  backgroundColor: 'var(--panel)',
  border: '1px solid var(--line)',
  borderRadius: '6px',
  color: 'var(--ink)',
};

export const EDITOR_THEME = EditorView.theme({
  '&': { color: 'var(--ink)', fontSize: '13px' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-1px' },
  '.cm-content': {
    fontFamily: 'var(--font-geist-mono), monospace',
    padding: '8px 0',
    minHeight: '4.5rem',
    caretColor: 'var(--ink)',
  },
  '.cm-line': { padding: '0 10px', lineHeight: '1.6' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 30%, transparent) !important',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 25%, transparent)',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--bad)',
    textUnderlineOffset: '3px',
  },
  '.cm-tooltip': PANEL,
  '.cm-diagnostic': { borderLeft: '3px solid var(--bad)', padding: '6px 10px' },
  '.cm-diagnosticAction': {
    backgroundColor: 'var(--raised)',
    border: '1px solid var(--line)',
    borderRadius: '4px',
    color: 'var(--ink)',
    marginTop: '4px',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-geist-mono), monospace' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
  },
  '.cm-completionDetail': { color: 'var(--muted)', fontStyle: 'normal' },
  '.cm-tooltip.cm-completionInfo': { padding: '6px 10px', maxWidth: '18rem' },
  '.cm-panels': PANEL,
});
