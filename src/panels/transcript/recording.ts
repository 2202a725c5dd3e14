import { HumanError } from '../../core/errors.ts';
import type { Row } from '../../core/row.ts';

/** What VS Code can play: its browser comes without the codecs of MP4 and AAC. */
const playable = /\.(mp3|wav|ogg|oga|opus|flac|webm)$/i;

/** A link to a recording, where it is one that may be followed at all. It may be signed: never log it. */
export function recordingUrl(link: string | undefined): URL | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined;
  const url = new URL(link);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

export function howToHear(link: string | undefined): 'here' | 'outside' | undefined {
  const url = recordingUrl(link);
  if (url === undefined) return undefined;
  return playable.test(url.pathname) ? 'here' : 'outside';
}

/** Where an attempt of a row can be heard, or a HumanError that says it cannot. */
export function recordingOf({ call }: Row, attemptId: string): URL {
  const attempts = [...(call?.call_attempts ?? []), call?.last_call_attempt];
  const url = recordingUrl(attempts.find((attempt) => attempt?.id === attemptId)?.recording_url);
  if (url === undefined) throw new HumanError('There is no recording of this attempt.');
  return url;
}
