/** An answer, or an item of it, that is not JSON as expected. The text holds nothing of the answer. */
export class JsonItemsError extends Error {
  override readonly name = 'JsonItemsError';
}
