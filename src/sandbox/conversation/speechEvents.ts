import type { TranscriptTurn } from '../../core/row.ts';
import { hash32 } from '../random.ts';

interface Spoken {
  readonly turns: readonly TranscriptTurn[];
  /** The assistant's instructions with the contact's variables filled in. */
  readonly prompt: string;
  readonly talkMs: number;
  readonly place: readonly number[];
  /** Pads each prompt to this size, since those of real assistants are long. */
  readonly promptBytes: number;
}

/**
 * `speech_events`: when each turn was spoken, in milliseconds since the call was answered. An agent's turn
 * carries the whole prompt that the model received for it: instructions and the conversation so far, as JSON.
 */
export function speechEvents({ turns, prompt, talkMs, place, promptBytes }: Spoken) {
  const system = prompt.padEnd(promptBytes, ` ${filler}`);
  const spoken = turns.filter(({ role }) => role !== 'tool');
  const letters = spoken.reduce((sum, { content }) => sum + content.length + pauseLetters, 0);
  const history: { role: string; content: string }[] = [{ role: 'system', content: system }];
  let atMs = 0;
  return spoken.map((turn, index) => {
    const lengthMs = Math.round((talkMs * (turn.content.length + pauseLetters)) / Math.max(1, letters));
    const speaker = turn.role === 'user' ? 'user' : 'agent';
    const chance = hash32(...place, index, 0x59ee);
    const event = {
      id: `speech_${chance.toString(36)}_${index}`,
      is_real_turn: turn.content.length > 3,
      llm_system_prompt: turn.role === 'assistant' ? JSON.stringify(history) : null,
      llm_ttft_ms: turn.role === 'assistant' ? 180 + (chance % 400) : null,
      llm_winner_model: turn.role === 'assistant' ? 'gpt-4.1' : null,
      speaker,
      started_speaking_at_ms: atMs,
      stopped_speaking_at_ms: atMs + Math.round(lengthMs * 0.9),
      stt_transcription_delay_ms: speaker === 'user' ? 60 + (chance % 120) : null,
      transcript: turn.content,
      tts_ttfb_ms: turn.role === 'assistant' ? 90 + (chance % 150) : null,
      was_cut: speaker === 'agent' && chance % 9 === 0,
    };
    history.push({ role: turn.role === 'assistant' ? 'assistant' : 'user', content: turn.content });
    atMs += lengthMs;
    return event;
  });
}

/** The pause between two turns lasts as long as speaking so many letters. */
const pauseLetters = 12;
const filler = 'Be brief, friendly and honest; take a no for a no. ';
