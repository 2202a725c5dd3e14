import type { TranscriptTurn } from '../../core/row.ts';
import type { Speaker, TurnView } from '../contract/protocolTranscript.ts';

export function turnView(turn: TranscriptTurn): TurnView {
  const speaker = speakerOf(turn.role);
  return {
    speaker,
    name: speakerName(turn, speaker),
    text: turn.content,
    ...(turn.tool_arguments !== undefined && { arguments: argumentsText(turn.tool_arguments) }),
    ...(turn.tool_is_error === true && { failed: true as const }),
  };
}

function speakerOf(role: string): Speaker {
  return role === 'user' || role === 'assistant' || role === 'tool' ? role : 'other';
}

function speakerName({ role, tool_name }: TranscriptTurn, speaker: Speaker): string {
  switch (speaker) {
    case 'user':
      return 'Contact';
    case 'assistant':
      return 'Assistant';
    case 'tool':
      return tool_name ?? 'Tool';
    case 'other':
      return role === '' ? 'Unknown speaker' : role;
  }
}

/** Arguments come as an object or as a text, which is commonly JSON: both are shown with indents. */
function argumentsText(value: string | Readonly<Record<string, unknown>>): string {
  if (typeof value !== 'string') return JSON.stringify(value, null, 2);
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}
