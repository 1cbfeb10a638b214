'use client';
/** A condition as CEL: coloured, completed from the names there are, with mistakes marked. */
import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { lintKeymap, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import type { RuleFunction, RuleName, RuleReport } from '@trove/core';
import { useEffect, useRef } from 'react';
import { CEL_COLOURS, celLanguage } from './celLanguage';
import { completeNames } from './completeNames';
import { diagnosticOf } from './diagnosticOf';
import { EDITOR_THEME } from './editorTheme';

interface CodeEditorProps {
  readonly text: string;
  readonly names: readonly RuleName[];
  readonly functions: readonly RuleFunction[];
  /** Of this very text. */
  readonly fault: RuleReport['fault'];
  readonly onText: (text: string) => void;
}

export default function CodeEditor({ text, names, functions, fault, onText }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const words = useRef(new Compartment());
  const latest = useRef({ text, onText });
  latest.current = { text, onText };

  useEffect(() => {
    if (!host.current) return;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: latest.current.text,
        extensions: [
          extensionsWith((written) => latest.current.onText(written)),
          words.current.of([]),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, []);

  useEffect(() => {
    const completion = autocompletion({ override: [completeNames({ names, functions })] });
    view.current?.dispatch({ effects: words.current.reconfigure(completion) });
  }, [names, functions]);

  useEffect(() => {
    const editor = view.current;
    const written = editor?.state.doc.toString();
    if (!editor || written === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() !== text) return;
    const marks = fault === undefined ? [] : [diagnosticOf(fault, text)];
    editor.dispatch(setDiagnostics(editor.state, marks));
  }, [fault, text]);

  return (
    <div className="min-w-0">
      <div className="overflow-hidden rounded-md border border-line bg-ground" ref={host} />
      <p className="mt-1 mb-0 text-[13px] text-muted">
        <kbd>Ctrl Space</kbd> completes, <kbd>F8</kbd> goes to the mistake, <kbd>Tab</kbd> leaves
      </p>
    </div>
  );
}

function extensionsWith(onText: (text: string) => void): Extension {
  return [
    EditorView.cspNonce.of(nonceOfPage()),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': 'Condition, in CEL', spellcheck: 'false' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onText(update.state.doc.toString());
    }),
    history(),
    drawSelection(),
    bracketMatching(),
    celLanguage,
    syntaxHighlighting(CEL_COLOURS),
    EDITOR_THEME,
    keymap.of([...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
  ];
}

/** Style elements that scripts add need the nonce of the document, whichever page is shown. */
function nonceOfPage(): string {
  return document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';
}
