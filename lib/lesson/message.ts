/**
 * A few sentences under a cell, in plain text and in HTML.
 * Flow: exercise, progress → **message** → notebook output, or standard output in a plain script.
 */
import { escapeHtml } from '../plot/escapeHtml';
import { jupyterKernel, newDisplayId } from '../plot/show';
import { TEXT_COLOR } from '../plot/theme';

/** What is said. */
export interface Message {
  /** Said first, in bold. */
  readonly lead: string;
  /** One paragraph each; `backticks` mark code, **two stars** what matters. */
  readonly paragraphs: readonly string[];
  /** Code to show below. */
  readonly code?: string;
  /** The colour of the bar at the left; grey when not given. The words say the same without it. */
  readonly color?: string;
}

/** Shows the message; outside a notebook `write` gets its text. */
export function showMessage(message: Message, write: (text: string) => void): void {
  const kernel = jupyterKernel();
  if (kernel === undefined) {
    write(`${messageText(message)}\n`);
    return;
  }
  const data = { 'text/html': messageHtml(message), 'text/plain': messageText(message) };
  kernel.display({ data, metadata: {} }, newDisplayId(), false);
}

function messageText({ lead, paragraphs, code }: Message): string {
  const [first = '', ...rest] = paragraphs;
  return [`${lead} ${first}`.trimEnd(), ...rest, ...(code === undefined ? [] : [code])].join('\n');
}

function messageHtml({ lead, paragraphs, code, color = TEXT_COLOR }: Message): string {
  const [first = '', ...rest] = paragraphs.map(paragraphHtml);
  const body = [
    `<p><strong>${escapeHtml(lead)}</strong> ${first}</p>`,
    ...rest.map(text => `<p>${text}</p>`),
  ];
  if (code !== undefined) body.push(`<pre><code>${escapeHtml(code)}</code></pre>`);
  return `<div style="border-left: 4px solid ${color}; padding-left: 12px">${body.join('')}</div>`;
}

function paragraphHtml(text: string): string {
  const marked = escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
  return marked.replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>');
}
