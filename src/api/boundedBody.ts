/** How much of a body is read, and how long it may take. */
export interface BodyLimits {
  /** Undefined: no limit, for callers that bound each part themselves. */
  readonly maxBytes: number | undefined;
  /** The body counts as stalled after this time without a byte. */
  readonly idleMs: number;
}

/** A body that is larger than its endpoint can send. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`The answer is larger than ${maxBytes} bytes.`);
    this.maxBytes = maxBytes;
  }
}

/** A body that brings so little in this time is too slow, and is abandoned like one that has stalled. */
const slowBodyWindowMs = 60_000;
const leastBytesPerWindow = 16_384;

/**
 * Yields the body chunk by chunk. Rejects with the signal's reason as soon as it fires, with a TimeoutError
 * when the body stalls or arrives too slowly, and with a BodyTooLargeError beyond the limit. Only time spent
 * waiting for bytes counts. The connection is released however the reading ends.
 */
export async function* boundedChunks(
  body: ReadableStream<Uint8Array>,
  { maxBytes, idleMs }: BodyLimits,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = body.getReader();
  // One promise for each chunk: racing with a single long-lived promise would retain every chunk until its
  // end.
  let giveUp: ((reason: Error) => void) | undefined;
  const abort = () => giveUp?.(signal.reason as Error);
  const timer = setTimeout(() => giveUp?.(timeout(idleMs)), idleMs);
  signal.addEventListener('abort', abort);
  const read = () =>
    new Promise<Awaited<ReturnType<typeof reader.read>>>((resolve, reject) => {
      giveUp = reject;
      timer.refresh();
      if (signal.aborted) abort();
      reader.read().then(resolve, reject);
    }).finally(() => (giveUp = undefined));
  let bytes = 0;
  let windowBytes = 0;
  let windowMs = 0;
  try {
    for (;;) {
      const startMs = performance.now();
      const { done, value } = await read();
      if (done) return;
      bytes += value.byteLength;
      if (maxBytes !== undefined && bytes > maxBytes) throw new BodyTooLargeError(maxBytes);
      windowBytes += value.byteLength;
      windowMs += performance.now() - startMs;
      if (windowBytes >= leastBytesPerWindow) windowBytes = windowMs = 0;
      if (windowMs >= slowBodyWindowMs) throw timeout(slowBodyWindowMs);
      yield value;
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    reader.cancel().catch(() => undefined); // it may already have failed
  }
}

/** Reads a whole body within the limits. Rejects as `boundedChunks` does. */
export async function boundedBytes(
  body: ReadableStream<Uint8Array> | null,
  limits: BodyLimits,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (body !== null) {
    for await (const chunk of boundedChunks(body, limits, signal)) {
      chunks.push(chunk);
      length += chunk.byteLength;
    }
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

/**
 * The start of a body, as much as comes: for what a server says about an error. Rejects only when the signal
 * fires.
 */
export async function startOfBody(
  body: ReadableStream<Uint8Array> | null,
  limits: BodyLimits & { readonly maxBytes: number },
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const start = new Uint8Array(limits.maxBytes);
  let length = 0;
  if (body === null) return start.subarray(0, 0);
  try {
    for await (const chunk of boundedChunks(body, { ...limits, maxBytes: undefined }, signal)) {
      const fitting = chunk.subarray(0, limits.maxBytes - length);
      start.set(fitting, length);
      length += fitting.byteLength;
      if (length === limits.maxBytes) break;
    }
  } catch (error) {
    if (signal.aborted) throw error;
    return start.subarray(0, 0); // cut short or stalled: half a sentence is not shown
  }
  return start.subarray(0, length);
}

function timeout(ms: number): DOMException {
  return new DOMException(`Nothing arrived for ${Math.round(ms)} ms.`, 'TimeoutError');
}
