/**
 * The library's folders in the order in which data flows, with what stands over their pages.
 * Flow: **folders** → libraryPage.
 */
export const folders: ReadonlyMap<string, { readonly title: string; readonly text: string }> = new Map([
  [
    'types',
    { title: 'Types', text: 'The two forms in which everything travels: digits, and arrays of numbers.' },
  ],
  ['data', { title: 'Data', text: 'From files to digits: reading, splitting, batching, scaling.' }],
  ['encode', { title: 'Encode', text: 'Labels as rows of numbers, and back.' }],
  ['layers', { title: 'Layers', text: 'Every layer by hand, each with its gradient, in plain TypeScript.' }],
  ['graph', { title: 'Graph', text: 'A computation as a blueprint, and the session that runs it.' }],
  [
    'tensorflow',
    { title: 'TensorFlow', text: 'The one door to TensorFlow.js: `tf`, traced graphs, tensors and frames.' },
  ],
  ['model', { title: 'Models', text: 'Networks, their weights, saving, loading, exporting.' }],
  [
    'train',
    { title: 'Training', text: '`fit`, and what it takes: recipes, schedules, augmentation, events.' },
  ],
  ['evaluate', { title: 'Evaluation', text: 'How good a network is, where it errs, and what it sees.' }],
  ['plot', { title: 'Figures', text: 'Pure functions that make figures, and the interactives.' }],
  [
    'lesson',
    { title: 'Lessons', text: 'What a notebook needs beside the library: exercises, progress, live boards.' },
  ],
  ['cli', { title: 'Many runs', text: 'The trainings of a plan, side by side, and what they come to.' }],
  ['random', { title: 'Random numbers', text: 'The only source of chance in the library, always seeded.' }],
  [
    'check',
    { title: 'Errors', text: 'What is thrown when a file, a folder or a value is not what it should be.' },
  ],
]);
