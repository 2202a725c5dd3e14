/**
 * One segment of a glob pattern as an expression for a file's or folder's name: `*`, `?`, `[a-z]`, `{csv,tsv}`. Upper and lower case are the
 * same, as on most disks: what is meant to be found should be. Brackets that are not closed stand for themselves.
 */
export function segmentPattern(segment: string): RegExp {
  let source = '';
  for (let at = 0; at < segment.length; at++) {
    const rest = segment.slice(at);
    const set = /^\[(!?)([^\]]+)\]/.exec(rest);
    const choice = /^\{([^}]*)\}/.exec(rest);
    if (set !== null) {
      source += `[${set[1] === '!' ? '^' : ''}${(set[2] ?? '').replace(/[\\^[]/g, '\\$&')}]`;
      at += set[0].length - 1;
    } else if (choice !== null) {
      const parts = (choice[1] ?? '').split(',').map((part) => segmentPattern(part).source.slice(1, -1));
      source += `(?:${parts.join('|')})`;
      at += choice[0].length - 1;
    } else if (rest.startsWith('*')) source += '[^/]*';
    else if (rest.startsWith('?')) source += '[^/]';
    else source += (segment[at] ?? '').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  }
  return new RegExp(`^${source}$`, 'iu');
}
