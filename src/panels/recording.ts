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
