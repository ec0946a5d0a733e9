/**
 * What a reader sees below a cell, as text.
 * Flow: stored notebook → **outputs** → rules about outputs.
 */
import { joined } from './course.mjs';

/** @typedef {import('./course.mjs').Output} Output */

/** What an HTML page says, without its program and its looks. @param {string} html */
export function htmlText(html) {
  return html
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Streams, results, errors and descriptions. @param {Output} output */
export function outputText({ text, evalue = '', data = {} }) {
  return [joined(text), evalue, joined(data['text/plain'])].join('\n');
}

/** What has a look of its own: the tables of figures, interactives. @param {Output} output */
export function pageText({ data = {} }) {
  return htmlText(joined(data['text/html']));
}

/** Every part of an output that a page may show, with its MIME type. @param {Output} output @returns {[string, string][]} */
export function outputParts({ text, data = {} }) {
  const parts = Object.entries(data).map(([type, content]) => {
    const isText = typeof content === 'string' || Array.isArray(content);
    return /** @type {[string, string]} */ ([type, isText ? joined(content) : JSON.stringify(content)]);
  });
  return text === undefined ? parts : [['text/plain', joined(text)], ...parts];
}
