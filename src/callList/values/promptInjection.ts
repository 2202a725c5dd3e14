/**
 * Text that addresses the assistant instead of describing the person. A list of known beginnings that catches
 * what strangers type into forms and leaves notes alone (`please ignore the previous invoice`).
 */
export function looksInjected(value: string): boolean {
  if (value.length < 8 || !hint.test(value)) return false;
  return patterns.some((pattern) => pattern.test(value));
}

/** A cheap test for every cell: without one of these words nothing below can match. */
const hint =
  /instruction|instruc|prompt|consigne|anweisung|istruzion|you are now|system\s*:|assistant\s*:|<\||\[INST\]|jailbreak/i;

const orders =
  '(?:ignore|disregard|forget|override|bypass|oublie[zr]?|ignore[zr]|vergiss|ignoriere|olvida|ignora|dimentica)';

const patterns: readonly RegExp[] = [
  new RegExp(
    `\\b${orders}\\b.{0,40}\\b(?:instructions?|prompts?|consignes?|anweisungen?|instrucciones|istruzioni)\\b`,
    'is',
  ),
  /\b(?:new|nouvelles|neue|nuevas) (?:instructions?|consignes|anweisungen|instrucciones)\s*:/i,
  /\b(?:system|developer) prompt\b|\bprompt syst[eè]me\b/i,
  /\byou are now (?:a|an|the|in|my|no longer)\b/i,
  /^[^\S\r\n]{0,40}(?:system|assistant)\s{0,9}:/im,
  /<\|(?:im_start|im_end|system|user|assistant|endoftext)\|>|\[\/?INST\]/i,
  /\bjailbreak\b.{0,20}\b(?:mode|prompt)\b/i,
];
