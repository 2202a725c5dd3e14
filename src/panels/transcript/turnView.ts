import type { TranscriptTurn } from '../../core/row.ts';
import type { Speaker, TurnView } from '../contract/protocolTranscript.ts';
import { formatDuration } from '../duration.ts';
import type { TurnTime } from './turnTimes.ts';

export function turnView(turn: TranscriptTurn, time?: TurnTime): TurnView {
  const speaker = speakerOf(turn.role);
  return {
    speaker,
    name: speakerName(turn, speaker),
    text: turn.content,
    ...(turn.tool_arguments !== undefined && { arguments: argumentsText(turn.tool_arguments) }),
    ...(turn.tool_is_error === true && { failed: true as const }),
    ...(turn.tool_output !== undefined && { output: indented(turn.tool_output) }),
    ...(time !== undefined && { time: formatDuration(time.startMs), startMs: Math.round(time.startMs) }),
    ...(time?.isInterrupted === true && { interrupted: true as const }),
  };
}

function speakerOf(role: string): Speaker {
  const known: readonly Speaker[] = ['user', 'assistant', 'human_agent', 'tool'];
  return known.find((speaker) => speaker === role) ?? 'other';
}

function speakerName({ role, tool_name }: TranscriptTurn, speaker: Speaker): string {
  switch (speaker) {
    case 'user':
      return 'Contact';
    case 'assistant':
      return 'Assistant';
    case 'human_agent':
      return 'Colleague';
    case 'tool':
      return tool_name ?? 'Tool';
    case 'other':
      return role === '' ? 'Unknown speaker' : role;
  }
}

/** Arguments come as an object or as a text, which is commonly JSON: both are shown with indents. */
function argumentsText(value: string | Readonly<Record<string, unknown>>): string {
  return typeof value === 'string' ? indented(value) : JSON.stringify(value, null, 2);
}

function indented(value: string): string {
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}
