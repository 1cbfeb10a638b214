import { createElement, Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { markdownTree } from './markdownTree';

function html(text: string): string {
  return renderToStaticMarkup(createElement(Fragment, null, markdownTree(text)));
}

it('makes elements of what designers write', () => {
  const made = html('Go to the *old* **pier**:\n\n1. knock\n2. wait');
  expect(made).toContain('<em>old</em> <strong>pier</strong>');
  expect(made).toMatch(/<ol[^>]*><li><p[^>]*>knock/);
});

it('shows HTML as text, follows no address that runs something, and names pictures only', () => {
  const made = html(
    '<img src=x onerror=alert(1)>\n\n[a](javascript:alert(1)) [b](https://e.example) ' +
      '![map](https://e.example/x.png)',
  );
  expect(made).not.toContain('<img');
  expect(made).toContain('&lt;img');
  expect(made).not.toContain('javascript:');
  expect(made).toContain('href="https://e.example"');
  expect(made).toContain('[picture: map]');
});

it('bears a text that is nested without end', () => {
  expect(html(`${'> '.repeat(500)}deep`)).toContain('deep');
});
