import { HumanError } from '../../core/errors.ts';
import type { Row } from '../../core/row.ts';

/** Audio types that VS Code can play: its browser has no codecs for MP4 and AAC. */
const playable = /\.(mp3|wav|ogg|oga|opus|flac|webm)$/i;

/**
 * A link to a recording, where it is one that may be followed at all. It may be signed: never log it. Without
 * encryption only the service itself is asked: a link to another host could reach into the network of this
 * machine.
 * @param serviceOrigin of the connection, such as `http://127.0.0.1:4010`
 */
export function recordingUrl(link: string | undefined, serviceOrigin: string | undefined): URL | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined;
  const url = new URL(link);
  return url.protocol === 'https:' || url.origin === serviceOrigin ? url : undefined;
}

export function recordingPlayback(
  link: string | undefined,
  serviceOrigin: string | undefined,
): 'here' | 'outside' | undefined {
  const url = recordingUrl(link, serviceOrigin);
  if (url === undefined) return undefined;
  return playable.test(url.pathname) ? 'here' : 'outside';
}

/**
 * The address of an attempt's recording.
 * @throws HumanError when there is none
 */
export function recordingOf({ call }: Row, attemptId: string, serviceOrigin: string | undefined): URL {
  const attempts = [...(call?.call_attempts ?? []), call?.last_call_attempt];
  const url = recordingUrl(
    attempts.find((attempt) => attempt?.id === attemptId)?.recording_url,
    serviceOrigin,
  );
  if (url === undefined) throw new HumanError('There is no recording of this attempt.');
  return url;
}
