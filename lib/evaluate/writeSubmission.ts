/**
 * Answers in the form in which Kaggle's Digit Recognizer takes them.
 * Flow: predict's `classes` → **writeSubmission** → submission.csv; validateSubmission reads it back.
 */
import { writeBeside } from '../data/writeBeside';

/** The first line of a submission. */
export const SUBMISSION_HEADER = 'ImageId,Label';

/** The largest digit. */
export const LARGEST_LABEL = 9;

/**
 * Writes `ImageId,Label` and one line per digit, counted from 1; the file is there whole or not at all.
 *
 * @param predictions classes 0 to 9, in the order of the test digits.
 * @throws RangeError naming the first prediction that is no digit; Error naming the file if it
 *   cannot be written.
 * @example await writeSubmission('submission.csv', (await predict(model, test)).classes)
 * @see Used in notebooks/15-ship-it.
 */
export async function writeSubmission(path: string, predictions: ArrayLike<number>): Promise<void> {
  const lines = Array.from(predictions, (prediction, row) => {
    if (!Number.isInteger(prediction) || prediction < 0 || prediction > LARGEST_LABEL) {
      throw new RangeError(
        `writeSubmission: predictions[${row}] must be an integer in [0, ${LARGEST_LABEL}], got ${prediction}`,
      );
    }
    return `${row + 1},${prediction}\n`;
  });
  await writeBeside(path, file => file.writeFile(`${SUBMISSION_HEADER}\n${lines.join('')}`));
}
