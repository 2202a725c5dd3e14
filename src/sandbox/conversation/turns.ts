import type { TranscriptTurn } from '../../core/row.ts';

export function spokenTurn(role: 'user' | 'assistant', content: string): TranscriptTurn {
  return { role, content };
}

export function toolTurn(
  name: string,
  toolArguments: Readonly<Record<string, unknown>> | string,
  content: string,
  isError = false,
): TranscriptTurn {
  return {
    role: 'tool',
    content,
    tool_name: name,
    tool_arguments: toolArguments,
    tool_is_error: isError,
  };
}
