/**
 * The formats for other programs, and which files belong to each. Loads no TensorFlow.
 * Flow: **exportFormats** → exportCommand's help and checks, exportModel.
 */

/** A format's name on the command line. */
export type ExportFormat = 'savedmodel' | 'tfjs' | 'onnx' | 'keras';

/** Matches the names of all files of a format, and no others. */
export const exportFormats: Readonly<Record<ExportFormat, RegExp>> = {
  savedmodel: /^saved_model\.pb$/,
  tfjs: /^(model\.json|weights-[0-9a-f]{12}\.bin)$/,
  onnx: /^model\.onnx$/,
  keras: /^model\.keras$/,
};
