'use strict';
/**
 * Fault: Shift-Tab shows a docstring without its tags' names, so a return value, an error and an example look alike.
 * Cause: tslab prints the text of every tag but `@param` bare.
 * Cure: lay the docstring out here, as Markdown for JupyterLab and as plain text for the others.
 */

/** @typedef {import('@tslab/typescript-for-tslab').QuickInfo} QuickInfo */
/** @typedef {{ text: string }[] | undefined} Parts */

/**
 * @param {QuickInfo} info what the compiler knows of a name
 * @returns {{ 'text/plain': string, 'text/markdown': string }}
 */
function describeName(info) {
  const signature = join(info.displayParts);
  const documentation = join(info.documentation);
  const tags = (info.tags ?? []).map(({ name, text }) => ({ name, text: join(text) }));
  return {
    'text/plain': [signature, documentation, ...tags.map(({ name, text }) => `@${name} ${text}`)]
      .filter(Boolean)
      .join('\n\n'),
    'text/markdown': [fenced(signature), documentation, ...tags.map(tagAsMarkdown)]
      .filter(Boolean)
      .join('\n\n'),
  };
}

/** @param {{ name: string, text: string }} tag */
function tagAsMarkdown({ name, text }) {
  return name === 'example' ? `**@example**\n\n${fenced(text)}` : `**@${name}** ${text}`;
}

/** @param {string} code */
const fenced = code => `\`\`\`typescript\n${code}\n\`\`\``;

/** @param {Parts} parts */
const join = parts => (parts ?? []).map(({ text }) => text).join('');

module.exports = { describeName };
