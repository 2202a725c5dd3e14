import type { Revision } from '../revision.ts';

/** A voice as `GET /voices` lists it. */
export interface SandboxVoice {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly language: string;
  readonly provider: 'cartesia' | 'elevenlabs';
  readonly isCloned?: boolean;
}

export const sampleVoices: readonly SandboxVoice[] = [
  {
    id: 'c8f7835e-28a3-4f0c-80d7-c1302ac62aae',
    name: 'Emma',
    description: 'Friendly and brief',
    language: 'en',
    provider: 'cartesia',
  },
  {
    id: 'pNInz6obpgDQGcFmaJgB',
    name: 'Camille',
    description: 'Calm, for appointments',
    language: 'fr',
    provider: 'elevenlabs',
  },
];

/** `GET /voices` */
export function voicesAnswer(revision: Revision, voices: readonly SandboxVoice[]) {
  if (revision === '0.1.1') return { voices };
  const more = { accent: null, gender: 'female', isCloned: false, modelCompat: 'universal' };
  return { voices: voices.map((voice) => ({ ...more, ...voice })) };
}
